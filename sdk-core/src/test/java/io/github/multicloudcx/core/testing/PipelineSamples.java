package io.github.multicloudcx.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Samples of the API reference. */
public final class PipelineSamples {
    private PipelineSamples() {}

    public static String text(String name) {
        try (InputStream in = PipelineSamples.class.getResourceAsStream("/samples/" + name + ".json")) {
            if (in == null) {
                throw new AssertionError("no sample " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
