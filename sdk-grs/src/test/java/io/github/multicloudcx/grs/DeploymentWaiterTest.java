package io.github.multicloudcx.grs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import io.github.multicloudcx.sandbox.RulesDeploymentEnd;
import io.github.multicloudcx.sandbox.RulesGeneration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waiting for deployments, in time of the sandbox. */
@Timeout(60)
class DeploymentWaiterTest {
    private final Deployed deployed = new Deployed(false);

    @AfterEach
    void close() {
        deployed.close();
    }

    private long begin() {
        return deployed.rules.deploy("GRE_1").call().execute().deploymentId();
    }

    private void ends(RulesDeploymentEnd end) {
        deployed.control.deploymentsEnd(target -> end);
    }

    @ParameterizedTest
    @EnumSource(RulesGeneration.class)
    void itWaitsUntilTheDeploymentSucceededInEveryGeneration(RulesGeneration generation) {
        deployed.control.generation(generation);
        deployed.control.deploymentDuration(Duration.ofSeconds(5));
        List<DeploymentStatus> seen = new ArrayList<>();

        Deployment done = deployed.rules
                .awaitDeployment(begin())
                .onProgress(each -> seen.add(each.status()))
                .execute();

        assertThat(done.target()).isEqualTo("GRE_1");
        assertThat(done.snapshotName()).isEqualTo("LATEST");
        assertThat(seen)
                .containsExactly(
                        DeploymentStatus.PENDING,
                        DeploymentStatus.PENDING,
                        DeploymentStatus.PENDING,
                        DeploymentStatus.SUCCESS);
        assertThat(deployed.control.live("GRE_1")).contains("LATEST");
    }

    @Test
    void anUndeploymentIsWaitedForInTheSameWay() {
        var begun = deployed.rules.undeploy("GRE_1").call().execute();
        assertThat(deployed.rules
                        .awaitDeployment(begun.deploymentId())
                        .executeAsync()
                        .join()
                        .operation())
                .hasToString("UNDEPLOYED");
    }

    @Test
    void aFailureIsThrownAndAPartialOneIsTold() {
        ends(RulesDeploymentEnd.FAILED);
        long failing = begin();
        DeploymentFailedException failed = catchThrowableOfType(
                DeploymentFailedException.class,
                () -> deployed.rules.awaitDeployment(failing).execute());
        assertThat(failed).hasMessage("Deployment " + failing + " (DEPLOYED) failed");
        assertThat(failed.partial()).isFalse();
        assertThat(failed.deploymentId()).isEqualTo(failing);
        assertThat(failed.deployment().target()).isEqualTo("GRE_1");

        ends(RulesDeploymentEnd.PARTIAL);
        long half = begin();
        DeploymentFailedException partial = catchThrowableOfType(
                DeploymentFailedException.class,
                () -> deployed.rules.awaitDeployment(half).execute());
        assertThat(partial).hasMessageContaining("succeeded on some engines only");
        assertThat(partial.partial()).isTrue();
        assertThat(partial.fate()).isEqualTo(Fate.PARTIAL);
        assertThat(deployed.rules.awaitDeployment(half).outcome()).isInstanceOf(DeploymentOutcome.Partial.class);
        assertThat(deployed.rules.awaitDeployment(failing).outcome()).isInstanceOf(DeploymentOutcome.Failed.class);
    }

    @Test
    void oneThatDoesNotEndIsLeftAfterTheTime() {
        ends(RulesDeploymentEnd.NEVER);
        long id = begin();
        Instant start = deployed.clock.now();

        DeploymentTimeoutException e = catchThrowableOfType(
                DeploymentTimeoutException.class,
                () -> deployed.rules
                        .awaitDeployment(id)
                        .timeout(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofSeconds(50))
                        .execute());

        assertThat(e)
                .hasMessage("Deployment " + id
                        + " did not end within 2 min, it is PENDING; it goes on on the server: wait for"
                        + " it again, with a longer timeout");
        assertThat(e.deployment().status()).isEqualTo(DeploymentStatus.PENDING);
        assertThat(Duration.between(start, deployed.clock.now())).isEqualTo(Duration.ofMinutes(2));
        assertThat(deployed.sandbox.requests("grsQueryDeploymentHistory")).hasSize(4);
    }

    @Test
    void oneThatIsUnknownIsWaitedForUntilItComesUp() {
        assertThatThrownBy(() -> deployed.rules
                        .awaitDeployment(7)
                        .timeout(Duration.ofSeconds(5))
                        .execute())
                .isInstanceOf(DeploymentTimeoutException.class)
                .hasMessage("Deployment 7 did not end within 5.0 s; it never came up in the history; check the id");
    }

    @Test
    void aScheduledOneIsLookedAtAgainWhenItIsDue() {
        Instant due = deployed.clock.now().plus(Duration.ofMinutes(5));
        long id =
                deployed.rules.deploy("GRE_1").scheduledAt(due).call().execute().deploymentId();

        Deployment done = deployed.rules.awaitDeployment(id).execute();

        assertThat(done.status()).isEqualTo(DeploymentStatus.SUCCESS);
        assertThat(done.deployScheduledDateTime()).isEqualTo(due);
        assertThat(deployed.sandbox.requests("grsQueryDeploymentHistory"))
                .as("at once, when it is due, and when it is done")
                .hasSize(3);
    }

    @Test
    void oneThatIsScheduledForLaterThanTheWaitIsNotWaitedFor() {
        Instant due = deployed.clock.now().plus(Duration.ofDays(1));
        long id =
                deployed.rules.deploy("GRE_1").scheduledAt(due).call().execute().deploymentId();

        assertThatThrownBy(() -> deployed.rules.awaitDeployment(id).execute())
                .isInstanceOf(DeploymentTimeoutException.class)
                .hasMessage("Deployment " + id
                        + " is scheduled for 2026-01-06T10:00:00Z, which is later than the wait of 10"
                        + " min would last; wait for it then, or longer");
        assertThat(deployed.rules.awaitDeployment(id).outcome()).isInstanceOf(DeploymentOutcome.Scheduled.class);
        assertThat(deployed.clock.now()).isEqualTo(Deployed.START);
    }

    @Test
    void anOutageDoesNotEndTheWaitAndAVerdictDoes() {
        long id = begin();
        deployed.sandbox.faults().on("grsQueryDeploymentHistory").times(7).status(503);
        assertThat(deployed.rules.awaitDeployment(id).execute().status()).isEqualTo(DeploymentStatus.SUCCESS);

        deployed.sandbox.faults().on("grsQueryDeploymentHistory").times(100).html(502);
        DeploymentTimeoutException late = catchThrowableOfType(
                DeploymentTimeoutException.class,
                () -> deployed.rules
                        .awaitDeployment(id)
                        .timeout(Duration.ofSeconds(9))
                        .requestTimeout(Duration.ofSeconds(2))
                        .execute());
        assertThat(late).hasMessageContaining("the last look failed: ").hasCauseInstanceOf(ServerException.class);
        deployed.sandbox.faults().clear();

        deployed.control.denyTenant(true);
        assertThatThrownBy(() -> deployed.rules.awaitDeployment(id).execute()).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void anInterruptEndsTheWaitAndNotTheDeployment() {
        ends(RulesDeploymentEnd.NEVER);
        long id = begin();
        assertThatThrownBy(() -> deployed.rules
                        .awaitDeployment(id)
                        .onProgress(seen -> Thread.currentThread().interrupt())
                        .execute())
                .isInstanceOf(CallInterruptedException.class)
                .hasMessage(
                        "Interrupted while waiting for deployment " + id + ", it is PENDING; it goes on on the server");
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> deployed.rules
                        .awaitDeployment(id)
                        .onProgress(seen -> {
                            throw new IllegalStateException("listener");
                        })
                        .executeAsync()
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("listener");
    }

    @Test
    void aLookIsGivenNoMoreTimeThanIsLeft() {
        long id = begin();
        deployed.sandbox.faults().on("grsQueryDeploymentHistory").times(3).hang();
        assertThatThrownBy(() -> deployed.rules
                        .awaitDeployment(id)
                        .timeout(Duration.ofMillis(1))
                        .requestTimeout(Duration.ofHours(1))
                        .execute())
                .isInstanceOf(DeploymentTimeoutException.class)
                .hasMessageContaining("the last look failed: ");
        deployed.sandbox.faults().clear();
    }

    @Test
    void badSettingsAreRefused() {
        DeploymentWaiter waiter = deployed.rules.awaitDeployment(1);
        assertThatThrownBy(() -> waiter.timeout(Duration.ZERO))
                .hasMessageContaining("timeout must be longer than zero");
        assertThatThrownBy(() -> waiter.pollInterval(Duration.ofSeconds(-1))).hasMessageContaining("pollInterval");
        assertThatThrownBy(() -> waiter.requestTimeout(null)).hasMessageContaining("requestTimeout");
        assertThatThrownBy(() -> waiter.onProgress(null)).hasMessageContaining("listener");
        assertThat(waiter).hasToString("DeploymentWaiter[1]");
    }
}
