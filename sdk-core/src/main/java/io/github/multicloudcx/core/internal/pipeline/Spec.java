package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.internal.http.CookieStore;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request as its maker described it. Template and values are kept apart: logs and errors show the template, so that ids
 * and personal data stay out of them.
 *
 * @param method HTTP method
 * @param target where it goes
 * @param headers headers of this endpoint
 * @param body what it carries
 * @param safeToRepeat whether the reference says that repeating does no harm
 * @param changesState whether sending it may change something at the server
 * @param signInProbe whether a bare 403 means "not signed in"
 * @param advice what to do about a status, by status
 * @param adviceWhenRepeated what a status may mean after an earlier attempt that may have been carried out, by status
 * @param refusals makes exceptions of more special types
 * @param authenticator who signs it, or null for the client's own
 * @param secrets what must not show in logs and errors while the call runs
 * @param envelope how the answer is wrapped
 * @param redirects whether a redirect is an answer here, as it is for downloads
 * @param cookies the cookies of its session, or null
 * @param longPoll whether the server holds the answer back
 */
public record Spec(
        String method,
        Target target,
        Entries<String, String> headers,
        Body body,
        boolean safeToRepeat,
        boolean changesState,
        boolean signInProbe,
        Entries<Integer, Function<ErrorAnswer, @Nullable String>> advice,
        Entries<Integer, String> adviceWhenRepeated,
        UnaryOperator<ApiException> refusals,
        @Nullable Authenticator authenticator,
        List<String> secrets,
        Envelope envelope,
        boolean redirects,
        @Nullable CookieStore cookies,
        boolean longPoll) {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    HttpUrl url() {
        return target.url();
    }

    URI uri() {
        return target.uri();
    }

    /** Its path with unfilled placeholders, the base path of the API included. */
    public String template() {
        return target.template();
    }

    /** Whether sending it twice does no more than sending it once. */
    boolean repeatable() {
        return safeToRepeat || IDEMPOTENT.contains(method);
    }

    /** Shows the template, not the values and not the secrets. */
    @Override
    public String toString() {
        return "Spec[" + method + " " + template() + "]";
    }

    /** Whether it only reads, so that its fate does not matter. */
    boolean reads() {
        return !changesState;
    }
}
