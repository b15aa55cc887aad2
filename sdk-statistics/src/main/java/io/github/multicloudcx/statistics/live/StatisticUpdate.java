package io.github.multicloudcx.statistics.live;

import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of a statistic.
 *
 * <p>Statistics API v3, CometD message "StatisticUpdate".
 *
 * @param statistic what was subscribed to
 * @param value the value
 * @param timestamp when Stat Server produced it; null where the server did not say
 * @param receivedAt when it arrived, by the clock of the client
 */
public record StatisticUpdate(
        Statistic statistic, Value value, @Nullable Instant timestamp, Instant receivedAt) {}
