package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * A value before it is put into the shape in which it is sent.
 *
 * @param node the value
 * @param whole whether it is sent as it is
 */
record TrueValue(JsonNode node, boolean whole) {
    /** Reads what a test gave; equal numbers of different types become the same. */
    static TrueValue of(Object value) {
        if (value instanceof JsonNode json) {
            return new TrueValue(json.deepCopy(), true);
        }
        if (value instanceof Number number) {
            return new TrueValue(number(number), false);
        }
        if (value instanceof String text) {
            return new TrueValue(TextNode.valueOf(text), false);
        }
        if (value instanceof Boolean truth) {
            return new TrueValue(BooleanNode.valueOf(truth), false);
        }
        throw new IllegalArgumentException("A value is a Number, a String, a Boolean or a JsonNode, not a "
                + value.getClass().getName());
    }

    private static JsonNode number(Number number) {
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        boolean integer = exact.scale() <= 0 && exact.precision() - exact.scale() <= 18;
        return integer ? LongNode.valueOf(exact.longValueExact()) : DecimalNode.valueOf(exact);
    }

    /** The number in it, where there is one. */
    OptionalDouble number() {
        JsonNode number = node.isObject() ? node.path("intValue") : node;
        return number.isNumber() ? OptionalDouble.of(number.asDouble()) : OptionalDouble.empty();
    }

    /** Whether it differs by as much as a listener wants to know; every text that differs does. */
    boolean differs(TrueValue other, double insensitivity) {
        if (equals(other)) {
            return false;
        }
        OptionalDouble mine = number();
        OptionalDouble others = other.number();
        return mine.isEmpty()
                || others.isEmpty()
                || Math.abs(mine.getAsDouble() - others.getAsDouble()) >= insensitivity;
    }
}
