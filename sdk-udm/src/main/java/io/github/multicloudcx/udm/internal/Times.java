package io.github.multicloudcx.udm.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Readings of dates whose form the reference leaves open. */
public final class Times {
    /** Fewer digits are not milliseconds of any date that matters; eight of them are a day without hyphens. */
    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{11,16}");

    private static final Pattern BLANK_BEFORE_TIME = Pattern.compile("(?<=^\\S{10})\\s+(?=\\d)");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /**
     * Reads a date.
     *
     * @param text ISO 8601 with or without zone, with a blank in place of the T, a day, or milliseconds since 1970; UTC
     *     where no zone is given
     * @return the instant, or null when there is no text or it has another form
     */
    public static @Nullable Instant parse(@Nullable String text) {
        return parse(text, ZoneOffset.UTC);
    }

    /**
     * Reads a date.
     *
     * @param text as above
     * @param zone where no zone is given
     * @return the instant, or null when there is no text or it has another form
     */
    public static @Nullable Instant parse(@Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String date = text.strip();
        try {
            return EPOCH_MILLIS.matcher(date).matches() ? Instant.ofEpochMilli(Long.parseLong(date)) : iso(date, zone);
        } catch (DateTimeException otherForm) {
            return null;
        }
    }

    private static Instant iso(String date, ZoneId zone) {
        TemporalAccessor read = FORM.parseBest(
                BLANK_BEFORE_TIME.matcher(date).replaceFirst("T"),
                ZonedDateTime::from,
                LocalDateTime::from,
                LocalDate::from);
        if (read instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        return read instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : LocalDate.from(read).atStartOfDay(zone).toInstant();
    }
}
