package io.github.multicloudcx.sandbox.internal.udm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Dates in requests and answers. The reference names no format: ISO 8601 is written, common forms are read, in UTC. */
final class Dates {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]Z");

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> Instant.ofEpochMilli(Long.parseLong(text)),
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> OffsetDateTime.parse(text, SHORT_OFFSET).toInstant(),
            text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    private Dates() {}

    static String write(Instant instant) {
        return WRITTEN.format(instant);
    }

    static Optional<Instant> read(String text) {
        return FORMS.stream().flatMap(form -> attempt(form, text).stream()).findFirst();
    }

    private static Optional<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (NumberFormatException | DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
