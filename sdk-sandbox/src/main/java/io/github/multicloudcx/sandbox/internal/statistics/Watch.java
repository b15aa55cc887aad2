package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.StatisticKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One statistic of a subscription, and what its client knows of it. Guarded by the board. */
final class Watch {
    private final String statisticId;
    private final StatisticKey key;
    private final @Nullable String name;
    private final Notification notification;
    private TrueValue told;
    private Instant toldAt;
    private Instant due;

    Watch(String statisticId, RequestedStatistic requested, TrueValue told, Instant now) {
        this.statisticId = statisticId;
        this.key = requested.key();
        this.name = requested.name().isEmpty() ? null : requested.name();
        this.notification = requested.notification();
        this.told = told;
        this.toldAt = now;
        this.due = now.plus(notification.frequency());
    }

    String statisticId() {
        return statisticId;
    }

    StatisticKey key() {
        return key;
    }

    /** Null for a definition. */
    @Nullable
    String name() {
        return name;
    }

    boolean isPeriodical() {
        return notification.mode() == Notification.Mode.PERIODICAL;
    }

    boolean wantsToKnow(TrueValue value) {
        return notification.mode() == Notification.Mode.ON_CHANGE && value.differs(told, notification.insensitivity());
    }

    /** Whether its time has come; the next one is a whole period ahead, however many were missed. */
    boolean isDue(Instant now) {
        if (!isPeriodical() || now.isBefore(due)) {
            return false;
        }
        due = now.plus(notification.frequency());
        return true;
    }

    /** The client is told a value. */
    Update tell(TrueValue value, Instant now) {
        Update update = new Update(statisticId, value, now, told, toldAt.isBefore(now) ? toldAt : now.minusMillis(1));
        told = value;
        toldAt = now;
        return update;
    }
}
