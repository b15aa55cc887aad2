package io.github.multicloudcx.statistics.internal.live;

import com.fasterxml.jackson.databind.node.IntNode;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Updates for tests that need no server. */
final class Given {
    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final Statistic A = Statistic.named("AverageHandlingTime").agent("a");
    static final Statistic B = Statistic.named("AverageHandlingTime").agent("b");

    private Given() {}

    static StatisticUpdate update(Statistic statistic, int value) {
        return update(statistic, value, null);
    }

    static StatisticUpdate update(Statistic statistic, int value, @Nullable Instant timestamp) {
        return update(statistic, value, timestamp, NOON);
    }

    static StatisticUpdate update(Statistic statistic, int value, @Nullable Instant timestamp, Instant receivedAt) {
        return new StatisticUpdate(statistic, new Value(IntNode.valueOf(value)), timestamp, receivedAt);
    }
}
