package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an audit log. It holds no secrets; where one stood, there is {@code ****}.
 *
 * @param time when it was written
 * @param event what happened
 * @param update id of the update, the same in all its lines
 * @param undoes id of the update that is taken back, or null
 * @param flow which flow
 * @param version version of the flow after what happened, or null when it is not known
 * @param who who changed it
 * @param process program that changed it, as host/pid/start
 * @param status HTTP status of the call that it is about, or null
 * @param latencyMs how long that call took, all waiting included, or null
 * @param attempts how often it was sent, or null
 * @param trace its X-B3-TraceId, or null
 * @param changed JSON pointers of the changed settings, or null
 * @param before settings before, or null
 * @param after settings after, or null
 * @param message what went wrong, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        Instant time,
        AuditEvent event,
        String update,
        @Nullable String undoes,
        FlowReference flow,
        @Nullable Integer version,
        String who,
        @Nullable String process,
        @Nullable Integer status,
        @Nullable Long latencyMs,
        @Nullable Integer attempts,
        @Nullable String trace,
        @Nullable List<String> changed,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String message) {
    /**
     * A flow.
     *
     * @param address address of the deployment, and path of the flows
     * @param organizationId organization of the flow
     * @param name name of the flow
     * @param id its id, or null when it was not found
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FlowReference(
            String address,
            String organizationId,
            String name,
            @Nullable String id) {}

    /** Whether it has what every entry has. */
    boolean complete() {
        return time != null && event != null && update != null && flow != null && flow.name() != null;
    }
}
