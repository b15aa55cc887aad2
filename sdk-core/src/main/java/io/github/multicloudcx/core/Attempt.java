package io.github.multicloudcx.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sending of a request, as the timeline of a call tells it.
 *
 * @param number 1 for the first
 * @param start when it began, after waiting
 * @param waited how long the call waited before it; zero when it did not
 * @param waitReason why it waited, or null when it did not
 * @param took from start until the answer was read or failed
 * @param outcome status or failure in a few words, for example {@code 503} or {@code connection refused}
 */
public record Attempt(
        int number,
        Instant start,
        Duration waited,
        @Nullable String waitReason,
        Duration took,
        String outcome) {}
