package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.internal.check.Require;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a date whose zone a server that schedules in UTC might overlook. Its form is not documented, so others pass. */
public final class UtcText {
    /** What follows a day or a time of day and looks like an offset, an abbreviation or a region. */
    private static final Pattern ZONED =
            Pattern.compile("(?:^\\d{4}-\\d{2}-\\d{2}|\\d:\\d{2}(?::\\d{2})?|T\\d{4}(?:\\d{2})?)"
                    + "(?:[.,]\\d+)?+(?:\\s*[AaPp][Mm]\\b)?+\\s*"
                    + "(?<zone>[+-]\\d.*|\\[.*|[A-Z]{1,5}(?:[+-]\\d.*|\\[.*)?|[A-Za-z]+/\\S+)$");

    private static final Pattern UTC =
            Pattern.compile("(?:Z|UTC|GMT|UT)?(?:[+-]00(?::?00)?|[+-]0)?(?:\\[(?:Z|UTC|GMT|Etc/UTC)])?|Etc/UTC");

    private UtcText() {}

    /** The date as it is. */
    public static String check(String date, String name) {
        Matcher zoned = ZONED.matcher(Require.text(date, name).strip());
        if (zoned.find() && !UTC.matcher(zoned.group("zone")).matches()) {
            throw new IllegalArgumentException(name + " must be in UTC (Z, +00:00 or no zone at all), not in "
                    + zoned.group("zone") + "; convert it, or pass an Instant");
        }
        return date;
    }
}
