package io.github.multicloudcx.sandbox.internal.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.RecordingRole;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Protection of recordings from deletion. */
public final class RecordingService {
    private static final String CREDENTIALS = "Basic "
            + Base64.getEncoder()
                    .encodeToString((RecordingSettings.USER + ":" + RecordingSettings.PASSWORD)
                            .getBytes(StandardCharsets.UTF_8));
    private static final Map<String, Boolean> OPERATIONS = Map.of("applyNonDelete", true, "unapplyNonDelete", false);
    private static final Map<String, String> PERMISSIONS = Map.of(
            "applyNonDelete", "RECORDING_PERMISSION_APPLY_NON_DELETE",
            "unapplyNonDelete", "RECORDING_PERMISSION_UNAPPLY_NON_DELETE");

    private final RecordingSettings settings;

    public RecordingService(RecordingSettings settings) {
        this.settings = settings;
    }

    public void register(Map<String, OperationHandler> handlers) {
        handlers.put("postRecordingOperation", this::operate);
    }

    private Answer operate(Invocation invocation) {
        if (!settings.offered) {
            return Answer.errorPage(404, "Not Found");
        }
        if (!CREDENTIALS.equals(invocation.exchange().headers().first("Authorization"))) {
            return Answer.empty(401);
        }
        String operation = Json.parse(invocation.exchange().body())
                .map(body -> body.path("operationName").asText(""))
                .orElse("");
        Boolean protect = OPERATIONS.get(operation);
        if (protect == null) {
            return answer(
                    400, 2, "Parameter 'operationName' is invalid: The specified value is not within valid range");
        }
        Answer refusal = refusal(operation);
        return refusal == null ? carriedOut(invocation.path("recid"), protect) : refusal;
    }

    private @Nullable Answer refusal(String operation) {
        RecordingRole role = settings.role;
        if (role == RecordingRole.NONE) {
            return answer(403, 5, "Insufficient user roles.");
        }
        String permission = PERMISSIONS.getOrDefault(operation, "");
        boolean may = role == RecordingRole.ADMINISTRATOR || settings.permissions.contains(permission);
        return may ? null : answer(403, 3, "Insufficient recording permissions.");
    }

    private Answer carriedOut(String id, boolean protect) {
        if (settings.broken.contains(id)) {
            return answer(500, 4, "Internal server error - please contact administrator.");
        }
        return settings.recordings.replace(id, protect) == null
                ? answer(404, 6, "Requested recording [" + id + "] cannot be found.")
                : answer(200, 0, null);
    }

    private static Answer answer(int status, int code, @Nullable String message) {
        ObjectNode body = Json.object().put("statusCode", code);
        if (message != null) {
            body.put("statusMessage", message);
        }
        return Answer.json(status, body);
    }
}
