package io.github.multicloudcx.udm;

import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobType;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Samples of the reference, and certificates. */
final class Samples {
    private Samples() {}

    static String json(String name) {
        return new String(bytes("/samples/" + name + ".json"), StandardCharsets.UTF_8).strip();
    }

    static byte[] certificate(String name) {
        return bytes("/certificates/" + name);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Samples.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("no resource " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The job of the sample request. */
    static Job job() {
        return new Job(
                "string",
                new JobType("string"),
                "string",
                new TimeFrame(true, "string", "string"),
                "string",
                new SchedulerParam(true, "string", "string", "string"),
                new UcsJobParams("string", "string", List.of(), true),
                true);
    }
}
