package io.github.multicloudcx.nexus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.testsupport.SampleFiles;
import java.io.UncheckedIOException;

/** Samples of the reference. */
public final class Samples {
    private Samples() {}

    /** The text of a sample. */
    public static String json(String name) {
        return SampleFiles.json(Samples.class, name);
    }

    /** Any JSON. */
    public static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
