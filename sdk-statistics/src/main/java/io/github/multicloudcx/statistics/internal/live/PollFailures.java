package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cometd.bayeux.Message;

/**
 * Decides whether a session is worth another poll after one failed. A refusal (the token was renewed once by then), an
 * unknown session and an address without CometD end it; broken connections, silence and server errors do so when they come
 * in a row.
 */
final class PollFailures {
    private static final int MOST_IN_A_ROW = 3;
    private static final long FIRST_DELAY_MILLIS = 250;

    private final AtomicInteger inRow = new AtomicInteger();

    /** A poll was answered. */
    void none() {
        inRow.set(0);
    }

    /** Counts a failure; true when the session may still be alive. */
    boolean worthAnother(Message poll, Throwable why) {
        int failed = inRow.incrementAndGet();
        boolean answered = poll.get("failure") == null;
        boolean refused = why instanceof UnauthorizedException
                || why instanceof ForbiddenException
                || why instanceof NotFoundException
                || !(why instanceof CxException);
        return !answered && !refused && failed < MOST_IN_A_ROW;
    }

    /** How long to wait before the next poll. */
    Duration delay() {
        return Duration.ofMillis(FIRST_DELAY_MILLIS << Math.min(inRow.get(), MOST_IN_A_ROW) >> 1);
    }
}
