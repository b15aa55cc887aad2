package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.KeyedRateLimiter;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps updates of one flow apart, those of other processes that write the same audit log included. */
final class UpdateTurn {
    private final Duration interval;
    private final Duration patience;
    private final TimeSource time;
    private final String address;
    private final AuditTrail trail;
    private final @Nullable KeyedRateLimiter limiter;

    UpdateTurn(
            Duration interval, Duration patience, ArchitectClient client, Consumer<Duration> onWait, AuditTrail trail) {
        this.interval = interval;
        this.patience = patience;
        this.time = new Announced(client.time(), onWait);
        this.address = client.address();
        this.trail = trail;
        this.limiter = interval.isZero() ? null : KeyedRateLimiter.of(new RateLimit(1, interval), this.time);
    }

    /** Waits for the turn, or refuses when that would take too long. What others have sent meanwhile counts. */
    void await(String flow) throws InterruptedException {
        if (limiter == null) {
            return;
        }
        Duration waited = limiter.acquire(flow, patience);
        if (waited == null) {
            throw tooLong(flow);
        }
        Duration left = patience.minus(waited);
        Instant seen = null;
        for (Instant last = last(flow); last != null && !last.equals(seen); last = last(flow)) {
            Duration rest = rest(last);
            if (rest.compareTo(left) > 0) {
                throw tooLong(flow);
            }
            if (!rest.isZero()) {
                time.sleep(rest);
            }
            left = left.minus(rest);
            seen = last;
        }
    }

    private @Nullable Instant last(String flow) {
        return AuditHistory.of(trail, address, flow).lastChange();
    }

    /** Never more than the interval, whatever the clock of another program says. */
    private Duration rest(Instant last) {
        Duration rest = interval.minus(Duration.between(last, time.now()));
        if (rest.isNegative()) {
            return Duration.ZERO;
        }
        return rest.compareTo(interval) < 0 ? rest : interval;
    }

    private FlowUpdateException tooLong(String flow) {
        return new FlowUpdateException(
                "Flow \"" + flow + "\" not changed: updates must be " + seconds(interval)
                        + " apart, and it would have to wait longer than " + seconds(patience) + "; try later",
                FlowState.AS_BEFORE,
                null);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }

    /** Tells of each wait before it begins. */
    private record Announced(TimeSource time, Consumer<Duration> onWait) implements TimeSource {
        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            onWait.accept(duration);
            time.sleep(duration);
        }
    }
}
