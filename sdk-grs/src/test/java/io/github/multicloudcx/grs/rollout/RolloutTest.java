package io.github.multicloudcx.grs.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.UnprocessableException;
import io.github.multicloudcx.grs.DeploymentTimeoutException;
import io.github.multicloudcx.grs.PackageValidationException;
import io.github.multicloudcx.grs.model.DeployTarget;
import io.github.multicloudcx.grs.model.DeployTargetType;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import io.github.multicloudcx.grs.model.Snapshot;
import io.github.multicloudcx.sandbox.RulesDeploymentEnd;
import io.github.multicloudcx.sandbox.RulesGeneration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rollouts, in time of the sandbox. */
@Timeout(60)
class RolloutTest extends RolloutFixture {
    @ParameterizedTest
    @EnumSource(RulesGeneration.class)
    void aSnapshotIsTakenAndDeployedToAllTargetsInTheirOrder(RulesGeneration generation) {
        deployed.control.generation(generation);
        List<String> told = new ArrayList<>();

        RolloutReport report = rollout()
                .takeSnapshot("Snap 01", "of today")
                .toAll()
                .comments("nightly")
                .onProgress(each -> told.add(each.target()))
                .execute();

        assertThat(report.successful()).isTrue();
        assertThat(report.rolledBack()).isFalse();
        assertThat(report.failed()).isEmpty();
        assertThat(report.targets())
                .extracting(TargetReport::target)
                .containsExactly("GRE_1", "GRE_2", "GRE_CLUSTER")
                .isEqualTo(told);
        assertThat(report.targets()).allSatisfy(each -> {
            assertThat(each.before()).isEqualTo(LiveState.NOTHING);
            assertThat(each.after()).isEqualTo(LiveState.of("Snap 01"));
            assertThat(deployed.control.live(each.target())).contains("Snap 01");
        });
        assertThat(deployed.rules.snapshots().execute())
                .extracting(Snapshot::comment)
                .containsExactly("of today");
        assertThat(deployed.rules.deployments().execute()).allMatch(each -> "nightly".equals(each.comments()));
        assertThat(report.toString())
                .startsWith("Rollout of Snap 01\nGRE_1: DONE (deployment ")
                .endsWith("; before nothing, now Snap 01");
    }

    @Test
    void oneKindOfTargetIsDeployedToInAnyOrder() {
        snapshot("a");
        RolloutReport report = rollout()
                .snapshot("a")
                .toAll(DeployTargetType.SINGLE)
                .inOrder(Comparator.comparing(DeployTarget::name).reversed())
                .executeAsync()
                .join();

        assertThat(report.targets()).extracting(TargetReport::target).containsExactly("GRE_2", "GRE_1");
        assertThat(deployed.control.live("GRE_CLUSTER")).isEmpty();
    }

    @Test
    void noMoreRunAtATimeThanAllowed() {
        snapshot("a");
        List<Long> running = Collections.synchronizedList(new ArrayList<>());
        deployed.control.looksUntilDeployed(8);
        deployed.sandbox.onAnswer(request -> {
            if ("grsDeployPackage".equals(request.operationId())) {
                running.add(deployed.rules.deployments().execute().stream()
                        .filter(each -> DeploymentStatus.PENDING.equals(each.status()))
                        .count());
            }
        });
        assertThat(rollout().snapshot("a").toAll().parallelism(2).execute().successful())
                .isTrue();
        assertThat(running).hasSize(3).contains(2L).allMatch(number -> number <= 2);
    }

    @Test
    void theFirstFailureStopsTheRest() {
        snapshot("a");
        ends("GRE_1", RulesDeploymentEnd.FAILED);

        RolloutReport report = rollout().snapshot("a").toAll().execute();

        assertThat(report.successful()).isFalse();
        assertThat(report.targets())
                .extracting(each -> each.deployment().result())
                .containsExactly(StepResult.FAILED, StepResult.NOT_STARTED, StepResult.NOT_STARTED);
        assertThat(report.failed()).hasSize(3);
        assertThat(report.targets()).allMatch(each -> each.after().equals(LiveState.NOTHING));
        assertThat(deployed.sandbox.requests("grsDeployPackage")).hasSize(1);
    }

    @Test
    void aFailureIsPassedOverWhenAskedFor() {
        snapshot("a");
        ends("GRE_1", RulesDeploymentEnd.PARTIAL);

        RolloutReport report = rollout()
                .snapshot("a")
                .toAll()
                .goOnAfterFailure()
                .parallelism(3)
                .execute();

        assertThat(report.targets())
                .extracting(each -> each.deployment().result())
                .containsExactly(StepResult.PARTIAL, StepResult.DONE, StepResult.DONE);
        assertThat(report.targets().get(0).after().kind()).isEqualTo(LiveState.Kind.MIXED);
        assertThat(report.failed()).extracting(TargetReport::target).containsExactly("GRE_1");
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatIs() {
        snapshot("a");
        assertThatThrownBy(() -> rollout().snapshot("b").toAll().execute())
                .isInstanceOf(RolloutException.class)
                .hasMessage("There is no snapshot b; there are a");
        assertThatThrownBy(() -> rollout().takeSnapshot("a").toAll().execute())
                .hasMessageStartingWith("There is a snapshot a already;");
        assertThatThrownBy(() -> rollout()
                        .snapshot("a")
                        .to(List.of("GRE_1", "GRE_8", "GRE_9"))
                        .execute())
                .hasMessage("The tenant has no target GRE_8, GRE_9; it has GRE_1, GRE_2, GRE_CLUSTER");
        assertThatThrownBy(() -> rollout()
                        .snapshot("a")
                        .toAll(new DeployTargetType("RACK"))
                        .execute())
                .hasMessage("The tenant has no target of type RACK to deploy to");
        assertThat(deployed.sandbox.requests("grsDeployPackage")).isEmpty();
    }

    @Test
    void aServerThatCannotListItsTargetsIsLeftToCheckThem() {
        snapshot("a");
        deployed.sandbox.faults().on("grsQueryDeployTargets").html(404);
        RolloutReport report = rollout()
                .snapshot("a")
                .to(List.of("GRE_9", "GRE_1"))
                .goOnAfterFailure()
                .execute();

        assertThat(report.targets().get(0).deployment().result()).isEqualTo(StepResult.REFUSED);
        assertThat(report.targets().get(0).deployment().failure())
                .isInstanceOf(UnprocessableException.class)
                .hasMessageContaining("target: target is not found");
        assertThat(report.targets().get(1).deployment().done()).isTrue();
    }

    @Test
    void rulesThatDoNotValidateAreNotDeployed() {
        deployed.control.packageErrors(List.of("rule 7 has no action"));
        assertThatThrownBy(() -> rollout().takeSnapshot("a").toAll().execute())
                .isInstanceOf(PackageValidationException.class);
        deployed.control.packageErrors(List.of());
        deployed.control.permissions(Set.of("SNAPSHOT_VIEW"));
        assertThatThrownBy(() -> rollout().takeSnapshot("a").toAll().execute())
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("SNAPSHOT_CREATE");
        assertThat(deployed.sandbox.requests("grsDeployPackage")).isEmpty();
    }

    @Test
    void aLostAnswerIsLookedForAndNotSentAgain() {
        deployed.sandbox.faults().on("grsCreateSnapshot").loseAnswer();
        deployed.sandbox.faults().on("grsDeployPackage").loseAnswer();
        deployed.sandbox.faults().on("grsDeployPackage").status(500);

        RolloutReport report =
                rollout().takeSnapshot("a").to(SINGLES).goOnAfterFailure().execute();

        assertThat(deployed.control.snapshots()).containsExactly("a");
        assertThat(deployed.sandbox.requests("grsCreateSnapshot")).hasSize(1);
        assertThat(deployed.sandbox.requests("grsDeployPackage")).hasSize(2);
        assertThat(report.targets().get(0).deployment().done()).isTrue();
        Step failed = report.targets().get(1).deployment();
        assertThat(failed.result()).isEqualTo(StepResult.UNKNOWN);
        assertThat(failed.failure()).hasMessageStartingWith("500 Internal Server Error");
        assertThat(report.targets().get(1).after()).isEqualTo(LiveState.NOTHING);
    }

    @Test
    void aSnapshotThatWasNotTakenEndsTheRollout() {
        deployed.sandbox.faults().on("grsCreateSnapshot").resetBeforeAnswer();
        assertThat(catchThrowable(() -> rollout().takeSnapshot("a").toAll().execute()))
                .isInstanceOf(CxException.class)
                .hasMessageContaining("it may have been carried out");
        assertThat(deployed.sandbox.requests("grsDeployPackage")).isEmpty();
    }

    @Test
    void oneThatDoesNotEndInTimeIsUnknown() {
        snapshot("a");
        ends("GRE_1", RulesDeploymentEnd.NEVER);
        RolloutReport report = rollout()
                .snapshot("a")
                .toAll()
                .timeoutPerTarget(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(7))
                .execute();

        Step step = report.targets().get(0).deployment();
        assertThat(step.result()).isEqualTo(StepResult.UNKNOWN);
        assertThat(step.failure())
                .isInstanceOf(DeploymentTimeoutException.class)
                .hasMessageEndingWith("did not end within 30 s: PENDING");
        assertThat(report.targets().get(1).deployment()).isEqualTo(Step.NOT_STARTED);
    }

    @Test
    void anInterruptStopsItAndKeepsTheReport() {
        snapshot("a");
        RolloutReport report = rollout()
                .snapshot("a")
                .toAll()
                .rollBackOnFailure()
                .onProgress(each -> Thread.currentThread().interrupt())
                .execute();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.interrupted()).isTrue();
        assertThat(report.successful()).isFalse();
        assertThat(report.lookFailure()).isNotNull();
        assertThat(report.targets())
                .extracting(each -> each.deployment().result())
                .containsExactly(StepResult.DONE, StepResult.NOT_STARTED, StepResult.NOT_STARTED);
        assertThat(report.targets()).allMatch(each -> each.after().equals(LiveState.UNKNOWN));
        assertThat(report.targets()).allMatch(each -> each.rollBack() == null);
    }

    @Test
    void aHistoryThatCannotBeReadAtTheEndIsTold() {
        snapshot("a");
        deployed.sandbox
                .faults()
                .on("grsQueryDeploymentHistory")
                .after(3)
                .times(1000)
                .status(503);
        RolloutReport report = rollout().snapshot("a").to(List.of("GRE_1")).execute();
        deployed.sandbox.faults().clear();

        assertThat(report.lookFailure()).hasMessageStartingWith("503");
        assertThat(report.targets().get(0).after()).isEqualTo(LiveState.UNKNOWN);
    }

    @Test
    void aClientThatIsClosedEndsItAndKeepsTheReport() {
        snapshot("a");
        RolloutReport report = rollout()
                .snapshot("a")
                .toAll()
                .goOnAfterFailure()
                .rollBackOnFailure()
                .onProgress(each -> deployed.cx.close())
                .execute();

        assertThat(report.targets())
                .extracting(each -> each.deployment().result())
                .containsExactly(StepResult.DONE, StepResult.NOT_STARTED, StepResult.NOT_STARTED);
        assertThat(report.lookFailure()).hasMessageContaining("The client is closed");
        assertThat(report.rolledBack()).isFalse();
    }

    @Test
    void aLostAnswerStaysTheReasonWhateverFollows() {
        snapshot("a");
        deployed.sandbox.faults().on("grsDeployPackage").resetBeforeAnswer();
        deployed.sandbox.onRequest(
                request -> deployed.control.denyTenant("grsDeployPackage".equals(request.operationId())
                        || (!deployed.sandbox.requests("grsDeployPackage").isEmpty()
                                && deployed.sandbox
                                                .requests("grsQueryDeploymentHistory")
                                                .size()
                                        < 3)));
        RolloutReport report = rollout().snapshot("a").to(List.of("GRE_1")).execute();

        assertThat(report.targets().get(0).deployment().failure()).hasMessageStartingWith("Broken connection");
        assertThat(report.targets().get(0).deployment().failure().getSuppressed())
                .isNotEmpty();
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> rollout().toAll().execute()).hasMessageContaining("needs a snapshot");
        assertThatThrownBy(() -> rollout().snapshot("a").execute()).hasMessageContaining("needs targets");
        assertThatThrownBy(() -> rollout().to(List.of())).hasMessageContaining("targets");
        assertThatThrownBy(() -> rollout().to(List.of("a", "b", "a"))).hasMessage("targets must not name one twice: a");
        assertThatThrownBy(() -> rollout().parallelism(0)).hasMessageContaining("parallelism must be 1 or more");
        assertThatThrownBy(() -> rollout().takeSnapshot("a/b")).hasMessageContaining("must not contain /");
        assertThatThrownBy(() -> rollout().snapshot(" ")).hasMessageContaining("name");
        assertThatThrownBy(() -> rollout().snapshot("LATEST")).hasMessageContaining("LATEST");
        assertThatThrownBy(() -> rollout().timeoutPerTarget(Duration.ZERO)).hasMessageContaining("timeoutPerTarget");
        assertThatThrownBy(() -> rollout().pollInterval(Duration.ZERO)).hasMessageContaining("pollInterval");
        assertThatThrownBy(() -> rollout().comments(" ")).hasMessageContaining("comments");
        assertThatThrownBy(() -> rollout().onProgress(null)).hasMessageContaining("listener");
        Rollout one = rollout().snapshot("a");
        assertThat(one.snapshot("b")).hasToString("Rollout[b]");
        assertThat(one).hasToString("Rollout[a]");
        assertThat(deployed.sandbox.requests()).isEmpty();
    }
}
