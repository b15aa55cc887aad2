package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * When a subscribed statistic sends its value. The reference shows {@link #PERIODICAL} only; any text is sent as it is.
 *
 * <p>Statistics API v3, field {@code definition.notificationMode}.
 *
 * @param value the text on the wire, not blank
 */
public record NotificationMode(@JsonValue String value) {
    /** With every change that is not smaller than the insensitivity. */
    public static final NotificationMode IMMEDIATE = new NotificationMode("Immediate");

    /** Every so many seconds as the notification frequency says. */
    public static final NotificationMode PERIODICAL = new NotificationMode("Periodical");

    /** Never; the value has to be asked for. */
    public static final NotificationMode NO_NOTIFICATION = new NotificationMode("NoNotification");

    /** When the statistic is reset. */
    public static final NotificationMode RESET = new NotificationMode("Reset");

    /**
     * Checks the text.
     *
     * @param value the text on the wire, not blank
     */
    public NotificationMode {
        Require.text(value, "notificationMode");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
