package io.github.multicloudcx.examples.observability;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.event.CallEnd;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.core.event.CallObserver;
import io.github.multicloudcx.core.event.CallStart;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Measures calls with Micrometer. Paths are templates and outcomes names of exceptions, so that tags have few values. It may
 * be given to several clients.
 *
 * <ul>
 *   <li>{@code multicloudcx.calls}: how long calls took with all their attempts and waits; tags {@code method}, {@code path},
 *       {@code host}, {@code status} and {@code outcome}
 *   <li>{@code multicloudcx.calls.active}: calls under way; tags {@code method}, {@code path} and {@code host}
 *   <li>{@code multicloudcx.call.retries}: repetitions; tags {@code method}, {@code path}, {@code host}, and {@code outcome}
 *       of the attempt that failed
 * </ul>
 */
public final class MicrometerCalls implements CallListener {
    private final MeterProvider<Timer> calls;
    private final MeterProvider<LongTaskTimer> active;
    private final MeterProvider<Counter> retries;

    /**
     * Measures into a registry.
     *
     * @param registry gets the meters as calls come
     */
    public MicrometerCalls(MeterRegistry registry) {
        calls = Timer.builder("multicloudcx.calls")
                .description("Calls with all their attempts and waits")
                .withRegistry(registry);
        active = LongTaskTimer.builder("multicloudcx.calls.active")
                .description("Calls under way")
                .withRegistry(registry);
        retries = Counter.builder("multicloudcx.call.retries")
                .description("Repetitions of calls")
                .baseUnit("retries")
                .withRegistry(registry);
    }

    @Override
    public CallObserver started(CallStart call) {
        Tags tags = Tags.of("method", call.method(), "path", call.pathTemplate(), "host", host(call.origin()));
        LongTaskTimer.Sample running = active.withTags(tags).start();
        return new CallObserver() {
            @Override
            public void retrying(Attempt failed, Duration wait) {
                retries.withTags(tags.and("outcome", failed.outcome())).increment();
            }

            @Override
            public void ended(CallEnd end) {
                running.stop();
                String status = end.status() == null ? "none" : end.status().toString();
                calls.withTags(tags.and("status", status, "outcome", end.outcome()))
                        .record(end.elapsed());
            }
        };
    }

    /** Java sees no host in a name with an underscore. */
    private static String host(URI origin) {
        return Objects.requireNonNullElse(origin.getHost(), origin.getAuthority());
    }
}
