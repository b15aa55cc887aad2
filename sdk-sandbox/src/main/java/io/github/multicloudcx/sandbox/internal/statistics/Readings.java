package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes readings as answers have them. */
final class Readings {
    private final Shapes shapes;

    Readings(Shapes shapes) {
        this.shapes = shapes;
    }

    ArrayNode write(List<Reading> readings, boolean details) {
        ArrayNode all = Json.array();
        readings.forEach(reading -> all.add(write(reading, details)));
        return all;
    }

    ObjectNode write(Reading reading, boolean details) {
        ObjectNode written = Json.object();
        if (!reading.statisticId().isEmpty()) {
            written.put("statisticId", reading.statisticId());
        }
        if (details) {
            @Nullable String name = reading.name();
            if (name != null) {
                written.put("name", name);
            }
            written.put("objectType", reading.key().objectType());
            written.put("objectId", reading.key().objectId());
        }
        written.set("value", shapes.value(reading.value()));
        return written.set("timestamp", shapes.timestamp(reading.time()));
    }
}
