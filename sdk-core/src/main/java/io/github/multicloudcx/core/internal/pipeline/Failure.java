package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.internal.envelope.Problem;
import io.github.multicloudcx.core.internal.http.EndableTime;
import io.github.multicloudcx.core.internal.pipeline.RetryDecision.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt that failed.
 *
 * @param kind what kind of exception it becomes
 * @param outcome what it means for repeating
 * @param fate what is known of the request
 * @param words the outcome in a few words, for the timeline
 * @param cause what was thrown, or null
 * @param refusal the answer of the server, or null when there was none
 */
record Failure(
        Kind kind,
        Outcome outcome,
        Fate fate,
        String words,
        @Nullable Throwable cause,
        @Nullable Refusal refusal) {
    /** The exceptions of the SDK. */
    enum Kind {
        API,
        CONNECTION,
        TIMEOUT,
        INTERRUPTED,
        CLOSED,
        DECODE,
        STORAGE,
        /** The cause is thrown as it is. */
        THROWN
    }

    /**
     * An answer that says no.
     *
     * @param status HTTP status
     * @param headers its headers
     * @param problem what the body says
     * @param body its beginning without secrets, or null
     * @param retryAfter how long the server asks to wait, or null
     * @param gateway whether the body is that of the API gateway
     */
    record Refusal(
            int status,
            Map<String, List<String>> headers,
            Problem problem,
            @Nullable String body,
            @Nullable Duration retryAfter,
            boolean gateway) {
        boolean partial() {
            return status >= 500 && !problem.unprocessed().isEmpty();
        }
    }

    static Failure thrown(RuntimeException cause) {
        return new Failure(Kind.THROWN, Outcome.FINAL, Fate.NOT_SENT, "no credentials", cause, null);
    }

    /** An end of waiting before anything was sent; the flag of an interrupted thread stays set. */
    static Failure interrupted(InterruptedException cause, boolean closed) {
        EndableTime.keepFlag(cause);
        Kind kind = closed ? Kind.CLOSED : Kind.INTERRUPTED;
        return new Failure(kind, Outcome.FINAL, Fate.NOT_SENT, closed ? "client closed" : "interrupted", cause, null);
    }

    @Nullable
    Duration retryAfter() {
        return refusal == null ? null : refusal.retryAfter();
    }

    int status() {
        return refusal == null ? 0 : refusal.status();
    }
}
