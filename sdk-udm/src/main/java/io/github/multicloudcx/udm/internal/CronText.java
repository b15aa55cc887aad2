package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.internal.check.Require;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses a cron expression that is wrong in every dialect. */
public final class CronText {
    private static final List<String> WORDS =
            List.of("@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually");
    private static final Pattern ZONE = Pattern.compile("(?i)(?:CRON_)?TZ\\s*=.*");
    private static final int FEWEST_FIELDS = 5;
    private static final int MOST_FIELDS = 7;

    private CronText() {}

    /** The expression as it is. */
    public static String check(String expression) {
        String cron = Require.text(expression, "cron").strip();
        if (expression.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "cron must not hold a line break, a tab or another control character; separate the fields by blanks");
        }
        if (ZONE.matcher(cron).matches()) {
            throw new IllegalArgumentException("cron must not name a time zone; schedules are in UTC");
        }
        int fields = cron.split(" +").length;
        boolean counted = fields >= FEWEST_FIELDS && fields <= MOST_FIELDS;
        if (cron.startsWith("@") ? !WORDS.contains(cron) : !counted) {
            throw new IllegalArgumentException("cron must have 5 to 7 fields or be one of " + String.join(", ", WORDS));
        }
        return expression;
    }
}
