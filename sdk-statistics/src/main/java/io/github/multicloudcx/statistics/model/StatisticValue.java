package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.internal.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Value of a statistic of a subscription. The reference promises none of its fields.
 *
 * <p>Statistics API v3, model "StatisticValue".
 *
 * @param statisticId id of the statistic, unique within the subscription, or null
 * @param name name of the statistic; null for one with a definition, and when the server leaves it out
 * @param objectId id of the object as Stat Server knows it, or null
 * @param objectType kind of the object, or null
 * @param timestamp when Stat Server produced the value, in whole milliseconds, or null
 * @param value the value; {@link Value#NONE} when there was none
 */
public record StatisticValue(
        @Nullable String statisticId,
        @Nullable String name,
        @Nullable String objectId,
        @Nullable ObjectType objectType,
        @Nullable Instant timestamp,
        Value value) {
    /**
     * Checks that there is a value.
     *
     * @param statisticId id of the statistic, unique within the subscription, or null
     * @param name name of the statistic; null for one with a definition, and when the server leaves it out
     * @param objectId id of the object as Stat Server knows it, or null
     * @param objectType kind of the object, or null
     * @param timestamp when Stat Server produced the value, in whole milliseconds, or null
     * @param value the value; {@link Value#NONE} when there was none
     */
    public StatisticValue {
        Require.present(value, "value");
    }

    @JsonCreator
    static StatisticValue read(
            @JsonProperty("statisticId") @Nullable String statisticId,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("objectId") @Nullable String objectId,
            @JsonProperty("objectType") @Nullable String objectType,
            @JsonProperty("timestamp") @Nullable JsonNode timestamp,
            @JsonProperty("value") @Nullable JsonNode value) {
        return new StatisticValue(
                statisticId,
                name,
                objectId,
                objectType == null || objectType.isBlank() ? null : new ObjectType(objectType),
                Timestamps.parse(timestamp),
                value == null ? Value.NONE : new Value(value));
    }
}
