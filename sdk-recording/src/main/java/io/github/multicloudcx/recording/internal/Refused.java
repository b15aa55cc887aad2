package io.github.multicloudcx.recording.internal;

import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.recording.MissingPermissionException;
import io.github.multicloudcx.recording.MissingRoleException;
import org.jspecify.annotations.Nullable;

/** What the error answers of Recording mean. */
public final class Refused {
    private static final String PERMISSION = "3";
    private static final String ROLE = "5";
    private static final String RECORDING = "6";

    private Refused() {}

    static ApiException special(ApiException e) {
        if (!(e instanceof ForbiddenException) || e.code() == null) {
            return e;
        }
        String line = String.valueOf(e.getMessage());
        return switch (e.code()) {
            case ROLE -> new MissingRoleException(line, e.answer(), e.context());
            case PERMISSION -> new MissingPermissionException(line, e.answer(), e.context());
            default -> e;
        };
    }

    static @Nullable String adviceOn403(ErrorAnswer answer, String permission) {
        String code = answer.code() == null ? "" : answer.code();
        return switch (code) {
            case ROLE ->
                "the user has none of the roles Administrator, Supervisor and Agent; whoever administers users can give one";
            case PERMISSION ->
                "the user lacks " + permission
                        + "; it is granted at the person, the agent group or the application IRWS_Cluster";
            default -> null;
        };
    }

    static String adviceOn404(ErrorAnswer answer) {
        return noRecording(answer)
                ? "there is no recording with this {recid}"
                : "the operation is not there: the base URL must be that of Interaction Recording Web Services, which offer it"
                        + " with Elasticsearch schema v2 only";
    }

    /** Whether the recording is missing, and not the operation. */
    public static boolean noRecording(ErrorAnswer answer) {
        return answer.status() == 404 && RECORDING.equals(answer.code());
    }
}
