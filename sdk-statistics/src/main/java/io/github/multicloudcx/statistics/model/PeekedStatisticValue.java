package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.internal.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Value of a statistic that was asked for without a subscription. The reference promises none of its fields.
 *
 * <p>Statistics API v3, model "PeekedStatisticValue".
 *
 * @param name name of the statistic, or null when the server leaves it out
 * @param objectId id of the object as Stat Server knows it, or null
 * @param objectType kind of the object, or null
 * @param timestamp when Stat Server produced the value, in whole milliseconds, or null
 * @param value the value; {@link Value#NONE} when there was none
 */
public record PeekedStatisticValue(
        @Nullable String name,
        @Nullable String objectId,
        @Nullable ObjectType objectType,
        @Nullable Instant timestamp,
        Value value) {
    /**
     * Checks that there is a value.
     *
     * @param name name of the statistic, or null when the server leaves it out
     * @param objectId id of the object as Stat Server knows it, or null
     * @param objectType kind of the object, or null
     * @param timestamp when Stat Server produced the value, in whole milliseconds, or null
     * @param value the value; {@link Value#NONE} when there was none
     */
    public PeekedStatisticValue {
        Require.present(value, "value");
    }

    @JsonCreator
    static PeekedStatisticValue read(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("objectId") @Nullable String objectId,
            @JsonProperty("objectType") @Nullable String objectType,
            @JsonProperty("timestamp") @Nullable JsonNode timestamp,
            @JsonProperty("value") @Nullable JsonNode value) {
        return new PeekedStatisticValue(
                name,
                objectId,
                objectType == null || objectType.isBlank() ? null : new ObjectType(objectType),
                Timestamps.parse(timestamp),
                value == null ? Value.NONE : new Value(value));
    }
}
