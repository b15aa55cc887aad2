package io.github.multicloudcx.auth.internal;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.ErrorContext;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the code out of a callback. Nothing else in it is believed before the state is right. */
public final class CallbackReader {
    private static final int LONGEST_QUOTE = 300;

    private final URI redirectUri;
    private final String state;

    public CallbackReader(URI redirectUri, String state) {
        this.redirectUri = redirectUri;
        this.state = state;
    }

    public String code(String callback) {
        CallbackParameters parameters = parameters(callback);
        checkState(parameters);
        String error = single(parameters, "error");
        if (error != null) {
            throw refused(quote(error), single(parameters, "error_description"));
        }
        String code = single(parameters, "code");
        if (code == null) {
            throw failed("the callback has neither code nor error; begin the sign-in anew", null);
        }
        return code;
    }

    private CallbackParameters parameters(String callback) {
        try {
            return CallbackParameters.parse(callback, redirectUri);
        } catch (IllegalArgumentException e) { // its message quotes the callback
            throw failed("the callback is not percent-encoded; pass it on as it was received, not decoded", null);
        }
    }

    private void checkState(CallbackParameters parameters) {
        String received = single(parameters, "state");
        if (received == null) {
            throw failed(
                    "the callback has no state, so that it may come from somebody else; begin the sign-in anew", null);
        }
        if (!State.matches(state, received)) {
            throw failed(
                    "the state of the callback is not the one of this request, so that it may come from somebody else;"
                            + " begin the sign-in anew, and resume(...) with the state of the same user's session",
                    null);
        }
    }

    private static @Nullable String single(CallbackParameters parameters, String name) {
        List<String> values = parameters.all(name);
        if (values.size() > 1) {
            throw failed("the callback has the parameter " + name + " more than once (RFC 6749, section 3.1)", null);
        }
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }

    private static AuthenticationException refused(String error, @Nullable String description) {
        String advice = error.equals("access_denied")
                ? "the user or the server refused it"
                : "the authorization server refused it, check client id, redirect URI and grants of the client";
        return failed(error + (description == null ? "" : " (" + quote(description) + ")") + "; " + advice, error);
    }

    private static AuthenticationException failed(String what, @Nullable String oauthError) {
        return new AuthenticationException(
                "Could not sign in with a browser: " + what, oauthError, null, new ErrorContext(Fate.NOT_SENT));
    }

    private static String quote(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").trim();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }
}
