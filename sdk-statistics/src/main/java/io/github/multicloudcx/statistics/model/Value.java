package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.internal.Readings;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Value of a statistic. Its structure follows the Stat Server message and is published nowhere, so it is open JSON: an
 * object, a number, a text, a truth value, null, or nothing at all. The readings look first at a value that stands by
 * itself, then at the fields {@code intValue} and {@code stringValue} of an object. Where there is none of these a reading is
 * empty: it is neither 0 nor an error, and {@link #json()} says what is there. Values of state statistics, for example, are
 * objects of another kind.
 *
 * <p>Statistics API v3, field {@code value} of "StatisticValue" and "PeekedStatisticValue".
 *
 * @param json the value as it came; a missing node when there was none. Not to be changed
 */
public record Value(@JsonValue JsonNode json) {
    /** A value that was not sent. */
    public static final Value NONE = new Value(MissingNode.getInstance());

    private static final ObjectReader READER = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .build()
            .reader();

    /**
     * Checks that there is a node.
     *
     * @param json the value as it came; a missing node when there was none. Not to be changed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Value {
        Require.present(json, "json");
    }

    /**
     * Tells whether there is anything.
     *
     * @return false when the value was not sent or is null
     */
    public boolean present() {
        return !json.isMissingNode() && !json.isNull();
    }

    /**
     * Reads a whole number: a number, or a text that is one.
     *
     * @return empty when there is no number, when it has a fraction (it is never rounded) and when it does not fit into a
     *     long
     */
    public OptionalLong asLong() {
        return Readings.asLong(json);
    }

    /**
     * Reads a number: a number, or a text that is one.
     *
     * @return empty when there is no number and when it is too large for a double; digits that a double cannot hold are lost
     */
    public OptionalDouble asDouble() {
        return Readings.asDouble(json);
    }

    /**
     * Reads a text: a text as it is, a number or a truth value as JSON writes it. Of an object it is {@code stringValue},
     * or {@code intValue} where there is no {@code stringValue}.
     *
     * @return empty when there is none
     */
    public Optional<String> asText() {
        return Readings.asText(json);
    }

    /**
     * Reads the whole value as a type of the caller, for example a record that describes the values of a state statistic.
     * Unknown fields are ignored.
     *
     * @param <T> type of the result
     * @param type a record or anything else that Jackson reads
     * @return the result
     * @throws DecodeException when there is no value or it is of another form; the message names the type and never the
     *     value
     */
    public <T> T as(Class<T> type) {
        Require.present(type, "type");
        T result = present() ? read(type) : null;
        if (result == null) {
            throw unreadable("there is no value to read as " + type.getName());
        }
        return result;
    }

    private <T> T read(Class<T> type) {
        try {
            return READER.treeToValue(json, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unreadable("the value of the statistic cannot be read as " + type.getName());
        }
    }

    private static DecodeException unreadable(String message) {
        return new DecodeException(message, null, new ErrorContext(Fate.UNKNOWN));
    }

    /** The value as JSON; empty when there is none. */
    @Override
    public String toString() {
        return json.toString();
    }
}
