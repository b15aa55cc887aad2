package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.RulesDeploymentEnd;
import io.github.multicloudcx.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DeployRulesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Output out = new Output();
    private final Output err = new Output();

    private static Sandbox sandbox() {
        Sandbox sandbox = Sandbox.start();
        sandbox.rules().deploymentDuration(Duration.ZERO);
        sandbox.rules().addTarget("GRE_CLUSTER_2", true);
        return sandbox;
    }

    private int run(Map<String, String> environment, String... args) {
        return DeployRules.run(args, environment, NOON, out.stream(), err.stream());
    }

    private int run(Sandbox sandbox, Map<String, String> more, String... args) {
        Map<String, String> environment = new HashMap<>();
        environment.put("CX_BASE_URL_GRS", sandbox.rules().baseUrl().toString());
        environment.put("CX_GRS_USERNAME", sandbox.rules().username());
        environment.put("CX_GRS_PASSWORD", sandbox.rules().password());
        environment.putAll(more);
        List<String> all = new ArrayList<>(List.of("--tenant", "1", "--package", "100"));
        all.addAll(List.of(args));
        return run(environment, all.toArray(String[]::new));
    }

    @Test
    void aSnapshotIsTakenAndDeployedToEveryCluster() {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox, Map.of())).as(err.text()).isZero();
            assertThat(sandbox.rules().live("GRE_CLUSTER")).contains("Rollout 2026-03-01 12-00-00");
            assertThat(sandbox.rules().live("GRE_CLUSTER_2")).contains("Rollout 2026-03-01 12-00-00");
            assertThat(sandbox.rules().live("GRE_1")).isEmpty();
            assertThat(sandbox.rules().sessions()).isEmpty();
            assertThat(out.text())
                    .contains("The tenant has 4 targets.", "  GRE_CLUSTER: DONE (deployment ")
                    .containsPattern("GRE_CLUSTER_2 +DONE +nothing +Rollout 2026-03-01 12-00-00");
            sandbox.assertNoViolations();
        }
    }

    @Test
    void aFailureIsTakenBack() {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox, Map.of(), "--snapshot", "old")).isZero();
            sandbox.rules()
                    .deploymentsEnd(target -> sandbox.rules().snapshots().contains("new")
                                    && target.equals("GRE_CLUSTER_2")
                                    && sandbox.requests("grsDeployPackage").size() < 4
                            ? RulesDeploymentEnd.PARTIAL
                            : RulesDeploymentEnd.SUCCESS);

            assertThat(run(sandbox, Map.of(), "--snapshot", "new", "--parallel", "1"))
                    .isEqualTo(1);
            assertThat(sandbox.rules().live("GRE_CLUSTER")).contains("old");
            assertThat(sandbox.rules().live("GRE_CLUSTER_2")).contains("old");
            assertThat(out.text())
                    .contains("GRE_CLUSTER_2: taken back, DONE", "Not deployed everywhere: new")
                    .containsPattern("GRE_CLUSTER_2 +PARTIAL +DONE +old +old");
            sandbox.assertNoViolations();
        }
    }

    @Test
    void whatCouldNotBeTakenBackIsLoud() {
        try (Sandbox sandbox = sandbox()) {
            sandbox.rules().deploymentsEnd(target -> RulesDeploymentEnd.PARTIAL);
            assertThat(run(sandbox, Map.of(), "--to", "GRE_1,GRE_2", "--go-on", "--no-roll-back"))
                    .isEqualTo(3);
            assertThat(out.text()).containsPattern("GRE_2 +PARTIAL +nothing +something on some engines");
        }
    }

    @Test
    void anExistingSnapshotIsDeployedToNamedTargets() {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox, Map.of(), "--snapshot", "a", "--to", "GRE_2"))
                    .isZero();
            assertThat(run(sandbox, Map.of(), "--snapshot", "a", "--existing", "--to", "GRE_1,GRE_CLUSTER"))
                    .isZero();
            assertThat(sandbox.rules().snapshots()).containsExactly("a");
            assertThat(sandbox.rules().live("GRE_CLUSTER")).contains("a");
            assertThat(run(sandbox, Map.of(), "--snapshot", "b", "--existing")).isEqualTo(1);
            assertThat(err.text()).contains("Failed, nothing was deployed: There is no snapshot b; there are a");
        }
    }

    @Test
    void rulesThatDoNotValidateAreListed() {
        try (Sandbox sandbox = sandbox()) {
            sandbox.rules().packageErrors(List.of("rule 1", "rule 2"));
            assertThat(run(sandbox, Map.of())).isEqualTo(1);
            assertThat(err.text().lines())
                    .containsExactly("The rules do not validate; nothing was deployed:", "  rule 1", "  rule 2");
        }
    }

    @Test
    void anExpiredPasswordIsChangedWhenANewOneIsAtHand() {
        try (Sandbox sandbox = sandbox()) {
            sandbox.rules().expirePassword();
            assertThat(run(sandbox, Map.of())).isEqualTo(2);
            assertThat(err.text()).contains("the password has expired; set CX_GRS_NEW_PASSWORD to change it");
            assertThat(run(sandbox, Map.of("CX_GRS_NEW_PASSWORD", "another-password")))
                    .isZero();
            assertThat(sandbox.rules().password()).isEqualTo("another-password");
            assertThat(out.text() + err.text()).doesNotContain("another-password");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--parallel 0, parallelism must be 1 or more",
        "--existing, --existing needs the name of the snapshot",
        "--snapshot a:b, name must not contain :",
        "--package, Missing required parameter",
        "--timeout 0, timeoutPerTarget"
    })
    void wrongOptionsAreRefused(String options, String words) {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox, Map.of(), options.split(" "))).isEqualTo(2);
            assertThat(err.text()).startsWith("Wrong use: ").contains(words);
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void aMissingEnvironmentIsNamed() {
        Map<String, String> environment = Map.of("CX_BASE_URL_GRS", "http://localhost:1", "CX_GRS_USERNAME", "u");
        assertThat(run(environment)).isEqualTo(2);
        assertThat(err.text()).contains("CX_GRS_PASSWORD is not set");
    }

    @Test
    void withoutADeploymentItUsesASandboxAndHelpFits() {
        assertThat(run(Map.of())).as(err.text()).isZero();
        assertThat(out.text()).contains("using an embedded sandbox").containsPattern("GRE_CLUSTER_WEST +DONE");
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.text().lines()).allMatch(line -> line.length() <= 100 || line.startsWith("  GRE"));
    }
}
