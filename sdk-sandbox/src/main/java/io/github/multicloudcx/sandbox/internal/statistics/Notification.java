package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;

/**
 * When a listener wants to hear of a statistic.
 *
 * @param mode on what occasion
 * @param frequency how often, for a periodical one
 * @param insensitivity the smallest change that matters
 */
record Notification(Mode mode, Duration frequency, double insensitivity) {
    private static final long USUAL_SECONDS = 60;

    /** The occasions. */
    enum Mode {
        ON_CHANGE,
        PERIODICAL,
        NEVER
    }

    /** What configured statistics have. */
    static final Notification ON_EVERY_CHANGE = new Notification(Mode.ON_CHANGE, Duration.ZERO, 0);

    static Notification of(JsonNode definition) {
        long seconds = definition.path("notificationFrequency").asLong();
        return new Notification(
                mode(definition.path("notificationMode").asText().toLowerCase(Locale.ROOT)),
                Duration.ofSeconds(seconds > 0 ? seconds : USUAL_SECONDS),
                definition.path("insensitivity").asDouble());
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "periodical" -> Mode.PERIODICAL;
            case "nonotification", "reset" -> Mode.NEVER;
            default -> Mode.ON_CHANGE;
        };
    }
}
