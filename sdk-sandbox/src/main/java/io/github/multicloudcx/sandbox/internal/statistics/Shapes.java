package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes values and timestamps in the shapes that are set. */
final class Shapes {
    private final StatisticsSettings settings;

    Shapes(StatisticsSettings settings) {
        this.settings = settings;
    }

    JsonNode value(TrueValue value) {
        JsonNode node = value.node();
        if (value.whole()) {
            return node;
        }
        return switch (settings.valueShape()) {
            case OBJECT -> object(node);
            case STRING_VALUE -> Json.object().put("stringValue", text(node));
            case NUMBER -> node;
            case DECIMAL -> node.isNumber() ? decimal(node.decimalValue()) : node;
            case TEXT -> TextNode.valueOf(text(node));
        };
    }

    private static JsonNode object(JsonNode node) {
        ObjectNode object = Json.object();
        if (node.isNumber()) {
            object.set("intValue", node);
        }
        return object.put("stringValue", text(node));
    }

    private static String text(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }

    private static JsonNode decimal(BigDecimal number) {
        return DecimalNode.valueOf(number.scale() <= 0 ? number.setScale(1) : number);
    }

    JsonNode timestamp(Instant time) {
        long millis = time.toEpochMilli();
        return switch (settings.timestampStyle()) {
            case INTEGER -> LongNode.valueOf(millis);
            case DECIMAL -> decimal(BigDecimal.valueOf(millis));
            case TEXT -> TextNode.valueOf(Long.toString(millis));
        };
    }
}
