package io.github.multicloudcx.grs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import io.github.multicloudcx.grs.model.Snapshot;
import io.github.multicloudcx.grs.rollout.Rollout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How an application tests its own code without any server: it implements the interfaces that it uses. */
class FakeGrsClientTest {
    /** The code of the application. */
    record Inventory(RulePackage rules) {
        String newest() {
            try {
                return rules.snapshots().execute().stream()
                        .map(Snapshot::name)
                        .reduce((first, second) -> second)
                        .orElse("none");
            } catch (PasswordChangeRequiredException e) {
                return "locked out";
            }
        }

        boolean failing() {
            return rules.deployments().execute().stream()
                    .anyMatch(each -> DeploymentStatus.FAILED.equals(each.status()));
        }
    }

    private record FakeRules(Call<List<Snapshot>> snapshots, List<Deployment> history) implements RulePackage {
        @Override
        public Call<List<Deployment>> deployments() {
            return Call.of(history);
        }

        @Override
        public CreateSnapshot createSnapshot(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<@Nullable Void> deleteSnapshot(String snapshotId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DeployPackage deploy(String target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UndeployPackage undeploy(String target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DeploymentWaiter awaitDeployment(long deploymentId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Rollout rollout() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void theApplicationReads() {
        Snapshot one = new Snapshot("1", "a", null, null);
        Snapshot two = new Snapshot("2", "b", null, null);
        Deployment failed = new Deployment(1L, 1, "a", "GRE_1", "me", null, null, null, DeploymentStatus.FAILED, null);
        Inventory inventory = new Inventory(new FakeRules(Call.of(List.of(one, two)), List.of(failed)));
        assertThat(inventory.newest()).isEqualTo("b");
        assertThat(inventory.failing()).isTrue();
    }

    @Test
    void theApplicationIsLockedOut() {
        var expired =
                new PasswordChangeRequiredException("expired", new ErrorAnswer(422), new ErrorContext(Fate.NOT_SENT));
        assertThat(new Inventory(new FakeRules(Call.failed(expired), List.of())).newest())
                .isEqualTo("locked out");
    }
}
