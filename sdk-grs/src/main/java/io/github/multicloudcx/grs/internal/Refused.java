package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.grs.PackageValidationException;
import io.github.multicloudcx.grs.PasswordChangeRequiredException;
import io.github.multicloudcx.grs.ValidationFailedException;
import org.jspecify.annotations.Nullable;

/** What the error answers of the Rules System mean. */
final class Refused {
    static final String NOT_HERE =
            "there is no Rules System API here: the base URL must carry the application path of the authoring tool from 8.5.3"
                    + " on, such as /genesys-rules-authoring, and its option rest-api must be set";
    private static final String PASSWORD_CHANGE_REQUIRED = "1000";

    private Refused() {}

    static ApiException ofSession(ApiException e) {
        return passwordChange(e.answer())
                ? new PasswordChangeRequiredException(String.valueOf(e.getMessage()), e.answer(), e.context())
                : ofPackage(e);
    }

    static ApiException ofPackage(ApiException e) {
        if (e.status() != 422) {
            return e;
        }
        String line = String.valueOf(e.getMessage());
        return rules(e.answer())
                ? new PackageValidationException(line, e.answer(), e.context())
                : new ValidationFailedException(line, e.answer(), e.context());
    }

    static @Nullable String adviceOn422(ErrorAnswer answer) {
        return rules(answer)
                ? "the rules of the package do not validate, mend them in the authoring tool"
                : "mend what is named";
    }

    static @Nullable String adviceOnLogin(ErrorAnswer answer) {
        if (passwordChange(answer)) {
            return "no other try helps: set a new password with changePassword";
        }
        String code = answer.code() == null ? "" : answer.code();
        return switch (code) {
            case "1001" -> "the authoring tool has no connection for users, see its log";
            case "1002" -> "the authoring tool could not bind the port of a client, see its log";
            case "1003" ->
                "all connections of the server are taken: share one CxClient and close it, which logs out,"
                        + " or wait until the server ends old sessions";
            default -> null;
        };
    }

    private static boolean passwordChange(ErrorAnswer answer) {
        return answer.status() == 422 && PASSWORD_CHANGE_REQUIRED.equals(answer.code());
    }

    /** Told by the message, and without one by errors that have neither code nor field. */
    private static boolean rules(ErrorAnswer answer) {
        String message = answer.message();
        if (message != null && message.matches("(?i)(Package )?Validation Failed\\W*")) {
            return message.regionMatches(true, 0, "Package", 0, 7);
        }
        return !answer.fieldErrors().isEmpty()
                && answer.fieldErrors().stream().allMatch(error -> error.code() == null && error.field() == null);
    }
}
