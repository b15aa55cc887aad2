package io.github.multicloudcx.grs.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.sandbox.RulesDeploymentEnd;
import io.github.multicloudcx.sandbox.RulesGeneration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Taking rollouts back, in time of the sandbox. */
@Timeout(60)
class RollBackTest extends RolloutFixture {
    @Test
    void aFailureTakesEverythingBack() {
        snapshot("old");
        live("GRE_1", "old");
        ends("GRE_CLUSTER", RulesDeploymentEnd.FAILED);
        deployed.sandbox.clearRequests();

        List<String> told = new ArrayList<>();
        RolloutReport report = rollout()
                .takeSnapshot("new")
                .toAll()
                .rollBackOnFailure()
                .onProgress(each -> told.add(each.target() + (each.rollBack() == null ? "" : " back")))
                .execute();

        assertThat(told).containsExactly("GRE_1", "GRE_2", "GRE_CLUSTER", "GRE_2 back", "GRE_1 back");
        assertThat(report.successful()).isFalse();
        assertThat(report.targets())
                .extracting(TargetReport::before)
                .containsExactly(LiveState.of("old"), LiveState.NOTHING, LiveState.NOTHING);
        assertThat(report.targets().get(0).rollBack().result()).isEqualTo(StepResult.DONE);
        assertThat(report.targets().get(1).rollBack().result()).isEqualTo(StepResult.DONE);
        assertThat(report.targets().get(2).rollBack())
                .as("it has nothing, as before")
                .isNull();
        assertThat(report.rolledBack()).isTrue();
        assertThat(report.targets())
                .extracting(TargetReport::after)
                .containsExactly(LiveState.of("old"), LiveState.NOTHING, LiveState.NOTHING);
        assertThat(deployed.control.live("GRE_1")).contains("old");
        assertThat(deployed.control.live("GRE_2")).isEmpty();
        assertThat(deployed.sandbox.requests("grsUndeployPackage")).hasSize(1);
        assertThat(report.toString()).contains("; rolled back: DONE (deployment ");
    }

    @Test
    void oldServersDoNotTellUndeploymentsButTheRolloutKnowsItsOwn() {
        deployed.control.generation(RulesGeneration.V8_5_300);
        snapshot("new");
        ends("GRE_2", RulesDeploymentEnd.FAILED);
        RolloutReport report =
                rollout().snapshot("new").to(SINGLES).rollBackOnFailure().execute();

        assertThat(report.targets().get(0).after()).isEqualTo(LiveState.NOTHING);
        assertThat(deployed.control.live("GRE_1")).isEmpty();
    }

    @Test
    void anEarlierRolloutIsTakenBackByHand() {
        snapshot("old");
        live("GRE_1", "old");
        snapshot("new");
        RolloutReport done = rollout().snapshot("new").to(SINGLES).execute();
        assertThat(done.successful()).isTrue();

        RolloutReport back = rollout().parallelism(2).rollBack(done);

        assertThat(back.rolledBack()).isTrue();
        assertThat(back.successful()).isFalse();
        assertThat(back.targets())
                .extracting(TargetReport::after)
                .containsExactly(LiveState.of("old"), LiveState.NOTHING);
        assertThat(deployed.control.live("GRE_1")).contains("old");
        assertThat(deployed.control.live("GRE_2")).isEmpty();
    }

    @Test
    void whatCannotBeRolledBackIsRefusedBeforeAnythingIsChanged() {
        snapshot("old");
        assertThat(deployed.rules.deploy("GRE_1").call().execute().deploymentId())
                .isNotNull();
        live("GRE_2", "old");
        String id = deployed.rules.snapshots().execute().get(0).snapshotId();
        var unused = deployed.rules.deleteSnapshot(id).execute();
        deployed.control.deploymentsEnd(target -> RulesDeploymentEnd.NEVER);
        assertThat(deployed.rules.deploy("GRE_CLUSTER").call().execute().deploymentId())
                .isNotNull();
        int before = deployed.sandbox.requests("grsDeployPackage").size();

        assertThatThrownBy(() -> rollout()
                        .takeSnapshot("new")
                        .toAll()
                        .rollBackOnFailure()
                        .execute())
                .isInstanceOf(RolloutException.class)
                .hasMessage(
                        "This could not be rolled back: GRE_1 runs LATEST, which is no snapshot that could be deployed"
                                + " again; GRE_2 runs old, which is no snapshot that could be deployed again; GRE_CLUSTER has a"
                                + " deployment under way or scheduled. Nothing was changed");
        assertThat(deployed.sandbox.requests("grsDeployPackage")).hasSize(before);
        assertThat(deployed.control.snapshots()).isEmpty();
    }

    @Test
    void whatStillRunsIsWaitedForBeforeItIsTakenBack() {
        snapshot("old");
        live("GRE_1", "old");
        deployed.control.deploymentDuration(Duration.ofSeconds(120));
        RolloutReport report = rollout()
                .takeSnapshot("new")
                .to(List.of("GRE_1"))
                .rollBackOnFailure()
                .timeoutPerTarget(Duration.ofSeconds(100))
                .onProgress(each -> deployed.control.deploymentDuration(Duration.ZERO))
                .execute();

        assertThat(report.targets().get(0).deployment().result()).isEqualTo(StepResult.UNKNOWN);
        assertThat(report.targets().get(0).rollBack().result()).isEqualTo(StepResult.DONE);
        assertThat(report.rolledBack()).isTrue();
        deployed.clock.advance(Duration.ofHours(1));
        assertThat(deployed.control.live("GRE_1")).contains("old");
    }

    @Test
    void whatDoesNotEndAtAllIsNotTakenBackAndTheReportSaysSo() {
        snapshot("old");
        live("GRE_1", "old");
        deployed.control.deploymentDuration(Duration.ofSeconds(1000));
        RolloutReport report = rollout()
                .takeSnapshot("new")
                .to(List.of("GRE_1"))
                .rollBackOnFailure()
                .timeoutPerTarget(Duration.ofSeconds(10))
                .execute();

        TargetReport target = report.targets().get(0);
        assertThat(target.rollBack().result()).isEqualTo(StepResult.NOT_STARTED);
        assertThat(target.rollBack().failure()).hasMessageEndingWith("did not end within 10 s: PENDING");
        assertThat(target.after()).isEqualTo(new LiveState(LiveState.Kind.CHANGING, "old"));
        assertThat(target.after()).hasToString("old, but a deployment is under way");
        assertThat(report.rolledBack()).isFalse();
        deployed.clock.advance(Duration.ofHours(1));
        assertThat(deployed.control.live("GRE_1")).contains("new");
        assertThat(rollout().rollBack(report).rolledBack()).as("later").isFalse();
        assertThatThrownBy(() -> rollout().rollBack(report)).hasMessageContaining("GRE_1 has a deployment under way");
        deployed.clock.advance(Duration.ofHours(1));
        assertThat(rollout().rollBack(report).rolledBack()).as("at last").isTrue();
        assertThat(deployed.control.live("GRE_1")).contains("old");
    }

    @Test
    void aNameThatOnlyTheServerKnowsIsRolledBackTo() {
        deployed.control.addSnapshot("Release 1.2");
        live("GRE_1", "Release 1.2");
        ends("GRE_2", RulesDeploymentEnd.FAILED);

        RolloutReport report =
                rollout().takeSnapshot("new").to(SINGLES).rollBackOnFailure().execute();

        assertThat(report.rolledBack()).isTrue();
        assertThat(deployed.control.live("GRE_1")).contains("Release 1.2");
    }

    @Test
    void theDeploymentOfSomebodyElseIsNotTakenForOurs() {
        snapshot("hot");
        ends("GRE_2", RulesDeploymentEnd.FAILED);
        deployed.sandbox.faults().on("grsUndeployPackage").resetBeforeAnswer();
        deployed.sandbox.onRequest(request -> {
            if ("grsUndeployPackage".equals(request.operationId())) {
                var unused =
                        deployed.rules.deploy("GRE_1").snapshot("hot").call().execute();
            }
        });

        RolloutReport report =
                rollout().takeSnapshot("new").to(SINGLES).rollBackOnFailure().execute();

        TargetReport target = report.targets().get(0);
        assertThat(target.rollBack().result()).isEqualTo(StepResult.UNKNOWN);
        assertThat(target.rollBack().failure()).hasMessageContaining("it may have been carried out");
        assertThat(target.after()).isEqualTo(LiveState.of("hot"));
        assertThat(report.rolledBack()).isFalse();
    }

    @Test
    void whatOthersDeployedSinceIsNotOverwritten() {
        snapshot("old");
        live("GRE_1", "old");
        live("GRE_2", "old");
        snapshot("new");
        snapshot("newer");
        ends("GRE_2", RulesDeploymentEnd.FAILED);
        RolloutReport done = rollout()
                .snapshot("new")
                .to(List.of("GRE_1", "GRE_2", "GRE_CLUSTER"))
                .execute();
        live("GRE_1", "newer");

        assertThatThrownBy(() -> rollout().rollBack(done))
                .isInstanceOf(RolloutException.class)
                .hasMessage("On GRE_1 newer was deployed after the rollout of new; taking that back would overwrite it."
                        + " Nothing was changed");
        live("GRE_1", "new");
        RolloutReport back = rollout().rollBack(done);
        assertThat(back.rolledBack()).isTrue();
        assertThat(back.targets())
                .extracting(TargetReport::before)
                .containsExactly(LiveState.of("old"), LiveState.of("old"), LiveState.NOTHING);
        assertThat(back.targets().get(1).rollBack()).as("it has it still").isNull();
        assertThat(rollout().rollBack(back)).isEqualTo(back);
    }
}
