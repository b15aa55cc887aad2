package io.github.multicloudcx.udm.internal.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.multicloudcx.udm.internal.Times;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the times of exports, which have no zone, into objects of the caller. */
final class RecordTimes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** The attribute of a reader that names the zone. */
    static final String ZONE = "zone";

    RecordTimes() {
        super("export-times");
        addDeserializer(Instant.class, new Reading<>(Instant.class) {
            private static final long serialVersionUID = 1L;

            @Override
            Instant read(ZonedDateTime time) {
                return time.toInstant();
            }
        });
        addDeserializer(ZonedDateTime.class, new Reading<>(ZonedDateTime.class) {
            private static final long serialVersionUID = 1L;

            @Override
            ZonedDateTime read(ZonedDateTime time) {
                return time;
            }
        });
        addDeserializer(LocalDateTime.class, new Reading<>(LocalDateTime.class) {
            private static final long serialVersionUID = 1L;

            @Override
            LocalDateTime read(ZonedDateTime time) {
                return time.toLocalDateTime();
            }
        });
    }

    private abstract static class Reading<T> extends StdDeserializer<@Nullable T> {
        private static final long serialVersionUID = 1L;

        private Reading(Class<T> type) {
            super(type);
        }

        abstract T read(ZonedDateTime time);

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            if (text != null && text.isBlank()) {
                return null;
            }
            ZoneId zone = context.getAttribute(ZONE) instanceof ZoneId given ? given : ZoneOffset.UTC;
            Instant time = Times.parse(text, zone);
            if (time == null) {
                throw context.weirdStringException("", handledType(), "it is no time");
            }
            return read(time.atZone(zone));
        }
    }
}
