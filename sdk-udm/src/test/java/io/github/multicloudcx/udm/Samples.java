package io.github.multicloudcx.udm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
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
    /** What the sample of getExportJobV4 becomes. Its {@code suspended} says neither yes nor no, its id nothing. */
    static final JobInfo DEFINITION = new JobInfo(
            7L,
            null,
            "string",
            "string",
            "string",
            null,
            null,
            null,
            null,
            "string",
            "string",
            "string",
            List.of(),
            null,
            null,
            null,
            new TimeFrame(true, "string", "string"),
            new SchedulerParam(true, "string", "string", "string"),
            new UcsJobParams("string", "string", List.of(), null),
            null);

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

    static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record of the samples, with attachments where the generation has them. */
    static JobInfo record(TestedApi api) {
        return new JobInfo(
                0L,
                "string",
                "string",
                "string",
                "string",
                "string",
                0L,
                "string",
                "string",
                "string",
                "string",
                "string",
                List.of(),
                0,
                0L,
                api == TestedApi.UDM_V10 ? true : null,
                null,
                null,
                null,
                null);
    }

    /** The job of the sample request, with attachments where the generation has them. */
    static Job job(TestedApi api) {
        UcsJobParams params = new UcsJobParams("string", "string", List.of(), null);
        return job().toBuilder()
                .jobParams(api == TestedApi.UDM_V10 ? params.exportAttachments(true) : params)
                .build();
    }

    /** The job of the sample request of v10. */
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
