package io.github.multicloudcx.sandbox;

/** Shape of the answer that lists presigned links; the reference does not settle it. */
public enum FileLinksShape {
    /** An object for one file, an array for several. */
    AUTOMATIC,
    /** Always an object, the first link when there are several. */
    OBJECT,
    /** Always an array. */
    ARRAY
}
