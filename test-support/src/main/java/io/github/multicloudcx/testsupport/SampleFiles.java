package io.github.multicloudcx.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The samples of the reference, which each module has among its test resources. */
public final class SampleFiles {
    private SampleFiles() {}

    /** The text of a sample. */
    public static String json(Class<?> module, String name) {
        return new String(bytes(module, name), StandardCharsets.UTF_8).strip();
    }

    /** The bytes of a sample. */
    public static byte[] bytes(Class<?> module, String name) {
        try (InputStream in = module.getResourceAsStream("/samples/" + name + ".json")) {
            if (in == null) {
                throw new AssertionError("no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
