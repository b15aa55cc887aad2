package io.github.multicloudcx.sandbox;

/** What the numbered parts of a split export are; the reference does not say. */
public enum SplitStyle {
    /** Each part is a slice of one zip, so all of them are needed to extract; this is what the user guide hints at. */
    SLICES_OF_ONE_ZIP,
    /** Each part is a zip of its own. */
    ZIP_PER_PART
}
