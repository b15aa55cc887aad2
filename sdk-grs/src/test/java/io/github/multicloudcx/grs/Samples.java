package io.github.multicloudcx.grs;

import io.github.multicloudcx.testsupport.SampleFiles;

/** Samples of the reference. */
public final class Samples {
    private Samples() {}

    /** The text of a sample. */
    public static String json(String name) {
        return SampleFiles.json(Samples.class, name);
    }
}
