package io.github.multicloudcx.sandbox.internal.architect;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.server.RateLimiter;
import io.github.multicloudcx.sandbox.internal.server.SandboxOptions.RateLimit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many updates the one client may make. */
public final class UpdateLimit {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Duration ALMOST_A_SECOND = Duration.ofSeconds(1).minusNanos(1);

    private final ArchitectSettings settings;
    private final SandboxClock clock;
    private volatile RateLimiter limiter;

    UpdateLimit(ArchitectSettings settings, SandboxClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.limiter = new RateLimiter(null, clock);
    }

    public void perMinute(int updates) {
        if (updates < 1) {
            throw new IllegalArgumentException("At least one update per minute, not " + updates);
        }
        limiter = new RateLimiter(new RateLimit(updates, Duration.ofMinutes(1)), clock);
    }

    /** What to answer in place of an update, null when it may be made. */
    @Nullable
    Answer refusal() {
        long seconds = limiter.secondsToWait();
        if (seconds == 0) {
            return null;
        }
        Answer tooMany = ArchitectErrors.answer(429, "too.many.requests", "Too many updates within a minute");
        return settings.retryAfterMissing ? tooMany : tooMany.with("Retry-After", written(seconds));
    }

    private String written(long seconds) {
        if (!settings.retryAfterAsDate) {
            return Long.toString(seconds);
        }
        // a date has no parts of a second, and must not be too early
        return HTTP_DATE.format(clock.now().plusSeconds(seconds).plus(ALMOST_A_SECOND));
    }
}
