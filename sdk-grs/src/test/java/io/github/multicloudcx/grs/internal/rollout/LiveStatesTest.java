package io.github.multicloudcx.grs.internal.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentOperation;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import io.github.multicloudcx.grs.rollout.LiveState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveStatesTest {
    private static Deployment entry(
            long id,
            String name,
            @Nullable Long time,
            DeploymentStatus status,
            @Nullable DeploymentOperation operation) {
        Instant at = time == null ? null : Instant.ofEpochSecond(time);
        return new Deployment(id, 1, name, "t", null, null, null, at, status, operation);
    }

    private static Deployment done(long id, String name, @Nullable Long time) {
        return entry(id, name, time, DeploymentStatus.SUCCESS, null);
    }

    private static LiveState state(Deployment... entries) {
        return new LiveStates(List.of(entries), Set.of(77L)).of("t");
    }

    @Test
    void theLatestSuccessRuns() {
        assertThat(state()).isEqualTo(LiveState.NOTHING);
        assertThat(state(done(1, "a", 10L), done(2, "b", 20L))).isEqualTo(LiveState.of("b"));
        assertThat(state(done(2, "b", 20L), done(1, "a", 10L))).isEqualTo(LiveState.of("b"));
        assertThat(state(done(1, "scheduled", 30L), done(2, "b", 20L))).isEqualTo(LiveState.of("scheduled"));
        assertThat(state(done(1, "a", 10L), done(2, "b", 10L))).isEqualTo(LiveState.of("b"));
    }

    @Test
    void withoutAllTimesTheIdsDecide() {
        assertThat(state(done(1, "a", 10L), done(2, "b", null))).isEqualTo(LiveState.of("b"));
        assertThat(state(done(2, "b", null), done(1, "a", null))).isEqualTo(LiveState.of("b"));
    }

    @Test
    void undeploymentsLeaveNothing() {
        Deployment said = entry(2, "LATEST", 20L, DeploymentStatus.SUCCESS, DeploymentOperation.UNDEPLOYED);
        assertThat(state(done(1, "a", 10L), said)).isEqualTo(LiveState.NOTHING);
        assertThat(state(done(1, "a", 10L), done(77, "LATEST", 20L))).isEqualTo(LiveState.NOTHING);
        Deployment other = entry(77, "b", 20L, DeploymentStatus.SUCCESS, DeploymentOperation.DEPLOYED);
        assertThat(state(done(1, "a", 10L), other)).isEqualTo(LiveState.of("b"));
        assertThat(state(done(1, "a", 10L), done(78, "LATEST", 20L))).isEqualTo(LiveState.of("LATEST"));
    }

    @Test
    void whatFailedOrIsScheduledHasChangedNothing() {
        for (String status : List.of("FAILED", "SCHEDULED", "SOMETHING_NEW")) {
            assertThat(state(done(1, "a", 10L), entry(2, "b", 20L, new DeploymentStatus(status), null)))
                    .isEqualTo(LiveState.of("a"));
        }
    }

    @Test
    void whatSucceededInPartIsMixedUntilAWholeOne() {
        Deployment part = entry(2, "b", 20L, DeploymentStatus.PARTIAL, null);
        assertThat(state(done(1, "a", 10L), part)).isEqualTo(new LiveState(LiveState.Kind.MIXED, "a"));
        assertThat(state(part)).isEqualTo(new LiveState(LiveState.Kind.MIXED, null));
        assertThat(state(part, done(3, "c", 30L))).isEqualTo(LiveState.of("c"));
    }

    @Test
    void whatRunsMayChangeIt() {
        Deployment running = entry(2, "b", 20L, DeploymentStatus.PENDING, null);
        assertThat(state(done(1, "a", 10L), running)).isEqualTo(new LiveState(LiveState.Kind.CHANGING, "a"));
        assertThat(state(running)).isEqualTo(new LiveState(LiveState.Kind.CHANGING, null));
        assertThat(state(running).known()).isFalse();
        assertThat(new LiveStates(List.of(running), Set.of()).busy("t")).isTrue();
        assertThat(new LiveStates(List.of(running), Set.of()).busy("other")).isFalse();
    }
}
