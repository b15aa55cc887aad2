package io.github.multicloudcx.grs.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.grs.Deployed;
import io.github.multicloudcx.sandbox.RulesDeploymentEnd;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What tests of rollouts begin with. */
abstract class RolloutFixture {
    static final List<String> SINGLES = List.of("GRE_1", "GRE_2");

    final Deployed deployed = new Deployed();

    @AfterEach
    void close() {
        deployed.close();
    }

    Rollout rollout() {
        return deployed.rules.rollout();
    }

    void snapshot(String name) {
        assertThat(deployed.rules.createSnapshot(name).call().execute().name()).isEqualTo(name);
    }

    void live(String target, String snapshot) {
        assertThat(rollout().snapshot(snapshot).to(List.of(target)).execute().successful())
                .isTrue();
    }

    void ends(String target, RulesDeploymentEnd end) {
        deployed.control.deploymentsEnd(each -> each.equals(target) ? end : RulesDeploymentEnd.SUCCESS);
    }
}
