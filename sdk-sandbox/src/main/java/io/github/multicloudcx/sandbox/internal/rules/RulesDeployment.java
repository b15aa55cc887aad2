package io.github.multicloudcx.sandbox.internal.rules;

import io.github.multicloudcx.sandbox.RulesDeploymentEnd;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deployment or undeployment on its way. Guarded by its package. */
final class RulesDeployment {
    final long id;
    final boolean undeploys;
    final String target;
    final String snapshot;
    final @Nullable String comments;
    final String user;
    final Instant due;
    final boolean scheduled;
    private final RulesDeploymentEnd end;
    private final Duration duration;
    private int looks;
    private boolean over;

    RulesDeployment(long id, boolean undeploys, Wish wish, String user, Run run) {
        this.id = id;
        this.undeploys = undeploys;
        this.target = wish.target();
        this.snapshot = wish.snapshot();
        this.comments = wish.comments();
        this.user = user;
        this.due = wish.at() == null ? run.now() : wish.at();
        this.scheduled = wish.at() != null;
        this.end = run.end();
        this.duration = run.duration();
        this.looks = run.looks();
    }

    /** What was asked for. */
    record Wish(
            String target,
            String snapshot,
            @Nullable String comments,
            @Nullable Instant at) {}

    /** How it goes. */
    record Run(Instant now, RulesDeploymentEnd end, Duration duration, int looks) {}

    /** Whether it has come to its end by now; a look at the history may be what it waits for. */
    boolean ends(Instant now, boolean look) {
        if (over || end == RulesDeploymentEnd.NEVER || now.isBefore(due.plus(duration))) {
            return false;
        }
        if (looks > 0) {
            looks -= look ? 1 : 0;
            return false;
        }
        over = true;
        return true;
    }

    /** When its time is over. */
    Instant over() {
        return due.plus(duration);
    }

    boolean succeeded() {
        return over && end == RulesDeploymentEnd.SUCCESS;
    }

    String status(Instant now) {
        if (over) {
            return end.name();
        }
        return scheduled && now.isBefore(due) ? "SCHEDULED" : "PENDING";
    }
}
