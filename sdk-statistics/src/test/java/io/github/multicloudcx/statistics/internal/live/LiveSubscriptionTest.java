package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.HANDLING;
import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveSubscriptionTest {
    private final Recorder heard = new Recorder();

    @Test
    void valuesComeAtOnceAndAsTheyChange() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            deployment.set(HANDLING, 17);
            try (StatisticsSubscription live = heard.on(deployment.statistics.subscribe())
                    .statistic(HANDLING)
                    .statistic(STATE)
                    .open()) {
                heard.awaitUpdate(HANDLING, "17");
                deployment.awaitPolls(1);
                deployment.set(HANDLING, 18);
                heard.awaitUpdate(HANDLING, "18");
                assertThat(live.state()).isInstanceOf(LiveState.Live.class);
                assertThat(live.latest()).hasSize(2);
                assertThat(live.statistics()).containsExactly(HANDLING, STATE);
                assertThat(live.missing()).isEmpty();
            }
            assertThat(heard.stateNames()).isEqualTo(List.of("Connecting", "Live", "Closed"));
            assertThat(heard.gaps()).isEmpty();
            assertThat(deployment.sandbox.statistics().sessions()).isEmpty();
            assertThat(deployment.sandbox.statistics().subscriptions()).isEmpty();
        }
    }

    @Test
    void aLostSessionIsReplacedAndTheGapIsReported() {
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live = heard.on(deployment.statistics.subscribe())
                        .statistic(HANDLING)
                        .open()) {
            deployment.awaitPolls(1);
            deployment.sandbox.statistics().expireSessions();
            heard.awaitGaps(1);
            deployment.awaitPolls(1);
            deployment.set(HANDLING, 4711);
            heard.awaitUpdate(HANDLING, "4711");
            assertThat(heard.gaps()).hasSize(1);
            assertThat(live.state().live()).isTrue();
        }
    }
}
