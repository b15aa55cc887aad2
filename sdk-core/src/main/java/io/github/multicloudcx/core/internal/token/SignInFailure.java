package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts the failure of a token request into words.
 *
 * @param grantType what was asked for
 * @param clientId who asked
 * @param url where
 * @param suspect what may be wrong when there is no token endpoint
 */
record SignInFailure(String grantType, String clientId, String url, String suspect) {
    AuthenticationException of(CxException cause) {
        String error = cause instanceof ApiException refusal ? refusal.code() : null;
        String line = beginning() + advice(cause) + "; " + cause.getMessage();
        return new AuthenticationException(line, error, cause, notSent(cause));
    }

    private String beginning() {
        return "Could not sign in with grant " + grantType + " at " + url + ": ";
    }

    AuthenticationException noToken() {
        return badAnswer("the answer has no access_token; is this the authorization server?");
    }

    AuthenticationException unusableToken() {
        return badAnswer("its access_token holds characters that no header may hold");
    }

    private AuthenticationException badAnswer(String what) {
        return new AuthenticationException(beginning() + what, null, null, new ErrorContext(Fate.NOT_SENT));
    }

    static AuthenticationException nothingStored(String grantType) {
        return new AuthenticationException(
                "Not signed in: there is no usable token for grant " + grantType
                        + " and no refresh token; let the user sign in again",
                null,
                null,
                new ErrorContext(Fate.NOT_SENT));
    }

    private String advice(CxException cause) {
        if (cause instanceof ForbiddenException refusal && refusal.reason() == ForbiddenException.Reason.API_KEY) {
            return "the API gateway turns it down";
        }
        if (cause instanceof NotFoundException) {
            return "there is no token endpoint at this address, check " + suspect;
        }
        if (cause instanceof ApiException refusal && !(cause instanceof ServerException)) {
            return adviceOn(code(refusal.code()), refusal.status());
        }
        return "the token endpoint does not work or cannot be reached, check " + suspect + " or try later";
    }

    private String adviceOn(String error, int status) {
        if (List.of("unauthorized_client", "unsupported_grant_type").contains(error)) {
            return "client " + clientId + " may not use this grant, have it allowed or use another one";
        }
        if (error.equals("invalid_grant") || (status == 400 && !error.equals("invalid_client"))) {
            return switch (grantType) {
                case "password" -> "check user name and password";
                case "authorization_code" -> "the code is used, expired or for another redirect URI; sign in again";
                case "refresh_token" -> "the refresh token is expired or revoked; sign in again";
                default -> "the server does not accept the grant of client " + clientId;
            };
        }
        return status == 415
                ? "the token endpoint wants another kind of body, see OAuthEndpoint.asJson()"
                : "check client id and client secret";
    }

    private static String code(@Nullable String code) {
        return code == null ? "" : code.toLowerCase(Locale.ROOT);
    }

    /** The request for which the token was wanted has not left, whatever became of the token request. */
    private static ErrorContext notSent(CxException cause) {
        ErrorContext token = cause.context();
        return new ErrorContext(token.method(), token.pathTemplate(), token.traceId(), Fate.NOT_SENT, token.attempts());
    }
}
