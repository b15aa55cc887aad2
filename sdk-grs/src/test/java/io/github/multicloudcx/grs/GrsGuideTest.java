package io.github.multicloudcx.grs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import io.github.multicloudcx.grs.rollout.RolloutReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/grs.md shows runs and does what the text says. */
@Timeout(60)
class GrsGuideTest {
    private static final Path MODULE = Files.isDirectory(Path.of("sdk-grs"))
            ? Path.of("sdk-grs")
            : Path.of("").toAbsolutePath();

    private final Deployed deployed = new Deployed();
    private final GrsSnippets guide = new GrsSnippets();

    @AfterEach
    void close() {
        deployed.close();
    }

    @Test
    void everyOperationIsInTheTable() throws IOException {
        List<String> lines = Files.readAllLines(MODULE.resolve("../docs/grs.md"));
        assertThat(Operation.all())
                .hasSize(10)
                .allSatisfy(operation -> assertThat(lines.stream()
                                .filter(line -> line.startsWith("|") && line.contains("`" + operation.id() + "`")))
                        .as(operation.id())
                        .hasSize(1));
    }

    @Test
    void aConnectionIsMadeAndAPackageDeployed() {
        try (CxClient grat = GrsSnippets.connect(
                deployed.control.baseUrl().toString(), deployed.control.username(), deployed.control.password())) {
            RulePackage rules = guide.rules(grat, deployed.control.packageId());
            assertThat(rules.snapshots().execute()).isEmpty();
        }
        assertThat(guide.deploy(deployed.rules).status()).isEqualTo(DeploymentStatus.SUCCESS);
        assertThat(guide.shown).containsExactly("PENDING", "SUCCESS");
    }

    @Test
    void errorsAreShownAsTheyAre() {
        guide.errors(deployed.rules);
        assertThat(guide.shown).containsExactly("name: snapshot name is not found");
        deployed.control.packageErrors(List.of("rule 1"));
        guide.errors(deployed.rules);
        assertThat(guide.shown).contains("rule 1");
    }

    @Test
    void anExpiredPasswordIsChanged() {
        deployed.control.expirePassword();
        guide.expired(deployed.grs, deployed.rules, "the-new-one");
        assertThat(deployed.control.password()).isEqualTo("the-new-one");
        assertThat(deployed.rules.snapshots().execute()).isEmpty();
    }

    @Test
    void aRolloutIsMadeAndTakenBack() {
        RolloutReport report = guide.rollout(deployed.rules);
        assertThat(report.successful()).isTrue();
        assertThat(guide.shown).hasSize(1);
        assertThat(guide.takeBack(deployed.rules, report).rolledBack()).isTrue();
        assertThat(deployed.control.live("GRE_CLUSTER")).isEmpty();
    }
}
