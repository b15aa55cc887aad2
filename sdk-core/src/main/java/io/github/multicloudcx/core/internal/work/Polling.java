package io.github.multicloudcx.core.internal.work;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something again and again until it has come to an end or the time is over. What passes does not end it: a wait of
 * hours outlives an outage of minutes. A last look is taken when the time is over.
 *
 * @param <T> how it may end
 */
public final class Polling<T> {
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);

    private final TimeSource time;
    private final Duration timeout;
    private final Duration interval;
    private final long begin;
    private @Nullable CxException failure;

    public Polling(TimeSource time, Duration timeout, Duration interval) {
        this.time = time;
        this.timeout = timeout;
        this.interval = interval;
        this.begin = time.nanoTime();
    }

    /**
     * Looks until there is something.
     *
     * @param look how it ended, or null while it has not
     * @return how it ended, or null when the time is over
     */
    public @Nullable T until(Supplier<? extends @Nullable T> look) throws InterruptedException {
        return until(look, () -> interval);
    }

    /** The same with a pause that depends on what was seen. */
    public @Nullable T until(Supplier<? extends @Nullable T> look, Supplier<Duration> pause)
            throws InterruptedException {
        while (true) {
            T end = passing(look);
            if (end != null) {
                return end;
            }
            Duration left = left();
            if (left.isZero() || left.isNegative()) {
                return null;
            }
            Duration next = longer(pause.get(), asked());
            time.sleep(next.compareTo(left) < 0 ? next : left);
        }
    }

    private @Nullable T passing(Supplier<? extends @Nullable T> look) {
        try {
            T end = look.get();
            failure = null;
            return end;
        } catch (CxException e) {
            if (!e.temporary()) {
                throw e;
            }
            failure = e;
            return null;
        }
    }

    /** The whole time in words. */
    public String words() {
        long seconds = timeout.toSeconds();
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + " min" : timeout.toMillis() / 1000.0 + " s";
    }

    /** What is left of the time. */
    public Duration left() {
        return timeout.minusNanos(time.nanoTime() - begin);
    }

    /** The time for one look: what it is given, or what is left if that is less, but a second at least. */
    public Duration timeFor(Duration look) {
        Duration left = longer(left(), SHORTEST_LOOK);
        return look.compareTo(left) < 0 ? look : left;
    }

    /** Why the last look failed, or null when it did not. */
    public @Nullable CxException failure() {
        return failure;
    }

    private Duration asked() {
        Duration asked = failure instanceof TooManyRequestsException refused ? refused.retryAfter() : null;
        return asked == null ? Duration.ZERO : asked;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
