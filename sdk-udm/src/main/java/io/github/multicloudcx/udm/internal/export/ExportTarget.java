package io.github.multicloudcx.udm.internal.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.multicloudcx.udm.internal.LocalFiles;
import io.github.multicloudcx.udm.model.Job;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is exported: a job to be created, or one that exists.
 *
 * @param job what to create, or null
 * @param jobId the one that exists, or null
 */
record ExportTarget(@Nullable Job job, @Nullable String jobId) {
    /** What is not set is left out, so that a new component of a job does not make every export another one. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** Tells it from others; the same for the same job on the same deployment in every process. */
    String fingerprint(String deployment) {
        try {
            byte[] bytes = MAPPER.writeValueAsBytes(List.of(deployment, job == null ? "job " + jobId : job));
            return HexFormat.of().formatHex(LocalFiles.digest().digest(bytes));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a job cannot be written as JSON", impossible);
        }
    }

    @Override
    public String toString() {
        return job == null ? "job " + jobId : "\"" + job.title() + "\"";
    }
}
