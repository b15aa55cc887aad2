package io.github.multicloudcx.core.internal.pipeline;

import java.util.Set;

/** Whether a failed attempt may be repeated at all: a pure function of what was sent and what came of it. */
final class RetryDecision {
    private static final Set<Integer> PASSING = Set.of(500, 502, 503, 504);

    private RetryDecision() {}

    /** What came of an attempt, as far as repeating is concerned. */
    enum Outcome {
        /** No connection was made. */
        NOT_CONNECTED,
        /** The connection broke or fell silent after something was sent. */
        BROKEN,
        /** The server answered with a status. */
        ANSWERED,
        /** Nothing that repeating could mend: bad answer, untrusted certificate, interrupt, local file. */
        FINAL
    }

    /**
     * Decides.
     *
     * @param outcome what came of it
     * @param status HTTP status; 0 when there was none
     * @param retryAfter whether the answer carried Retry-After
     * @param partial whether a part was done and the answer says what was not
     * @param repeatable whether the request does no more harm when it is sent twice
     * @param bodyAvailable whether the body can be sent again
     */
    static boolean mayRepeat(
            Outcome outcome,
            int status,
            boolean retryAfter,
            boolean partial,
            boolean repeatable,
            boolean bodyAvailable) {
        if (!bodyAvailable || partial) {
            return false;
        }
        return switch (outcome) {
            case NOT_CONNECTED -> true;
            case BROKEN -> repeatable;
            case ANSWERED -> refusedForNow(status, retryAfter) || (repeatable && passing(status));
            case FINAL -> false;
        };
    }

    private static boolean refusedForNow(int status, boolean retryAfter) {
        return retryAfter && (status == 429 || status == 503);
    }

    private static boolean passing(int status) {
        return status == 429 || PASSING.contains(status);
    }
}
