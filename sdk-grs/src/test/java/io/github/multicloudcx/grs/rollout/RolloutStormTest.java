package io.github.multicloudcx.grs.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.grs.Deployed;
import io.github.multicloudcx.sandbox.FaultBuilder;
import io.github.multicloudcx.sandbox.RulesDeploymentEnd;
import io.github.multicloudcx.sandbox.RulesGeneration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/**
 * Rollouts to twenty targets while deployments fail, end in part or never, answers are lost, servers fail and sessions end:
 * what the report says of each target is what runs there.
 */
@Timeout(120)
class RolloutStormTest {
    private static final List<String> TARGETS =
            IntStream.rangeClosed(1, 20).mapToObj(number -> "NODE_" + number).toList();
    private static final RulesDeploymentEnd[] ENDS = RulesDeploymentEnd.values();

    @RepeatedTest(30)
    void theReportSaysWhatRunsWhere(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        try (Deployed deployed = new Deployed()) {
            TARGETS.forEach(name -> deployed.control.addTarget(name, random.nextBoolean()));
            deployed.control.generation(RulesGeneration.values()[random.nextInt(3)]);
            deployed.control.looksUntilDeployed(random.nextInt(3));
            prepare(deployed, random);
            troubles(deployed, random);
            Rollout rollout = deployed.rules
                    .rollout()
                    .takeSnapshot("new")
                    .to(TARGETS)
                    .parallelism(1 + random.nextInt(6))
                    .timeoutPerTarget(Duration.ofMinutes(10));
            rollout = random.nextBoolean() ? rollout.goOnAfterFailure() : rollout;
            rollout = random.nextBoolean() ? rollout.rollBackOnFailure() : rollout;

            RolloutReport report = rollout.execute();

            deployed.sandbox.faults().clear();
            assertThat(report.targets()).extracting(TargetReport::target).isEqualTo(TARGETS);
            assertThat(report.lookFailure()).isNull();
            assertThat(report.targets()).allSatisfy(each -> check(deployed, each));
            assertThat(report.successful())
                    .isEqualTo(TARGETS.stream()
                            .allMatch(target -> deployed.control.live(target).equals(Optional.of("new"))));
        }
    }

    /** Some targets run something already. */
    private static void prepare(Deployed deployed, Random random) {
        assertThat(deployed.rules.createSnapshot("old").call().execute()).isNotNull();
        List<String> some =
                TARGETS.stream().filter(target -> random.nextBoolean()).toList();
        RolloutReport before =
                deployed.rules.rollout().snapshot("old").to(some).parallelism(4).execute();
        assertThat(before.successful()).isTrue();
    }

    private static void troubles(Deployed deployed, Random random) {
        deployed.control.deploymentsEnd(target -> end(random));
        for (String operation : List.of("grsDeployPackage", "grsUndeployPackage", "grsQueryDeploymentHistory")) {
            for (int i = random.nextInt(6); i > 0; i--) {
                trouble(deployed.sandbox.faults().on(operation).after(1 + random.nextInt(12)), random.nextInt(6));
            }
        }
    }

    private static synchronized RulesDeploymentEnd end(Random random) {
        return random.nextInt(5) > 0 ? RulesDeploymentEnd.SUCCESS : ENDS[random.nextInt(ENDS.length)];
    }

    private static void trouble(FaultBuilder fault, int kind) {
        var unused = switch (kind) {
            case 0 -> fault.loseAnswer();
            case 1 -> fault.resetBeforeAnswer();
            case 2 -> fault.status(503);
            case 3 -> fault.html(502);
            case 4 -> fault.truncatedJson();
            default -> fault.emptyBody(401);
        };
    }

    private static void check(Deployed deployed, TargetReport report) {
        Optional<String> live = deployed.control.live(report.target());
        LiveState after = report.after();
        switch (after.kind()) {
            case SNAPSHOT, MIXED, CHANGING -> assertThat(live).isEqualTo(Optional.ofNullable(after.snapshot()));
            case NOTHING -> assertThat(live).isEmpty();
            default -> throw new AssertionError("not known: " + report);
        }
        if (report.deployment().done() && report.rollBack() == null) {
            assertThat(live).contains("new");
        }
        if (report.rollBack() != null && report.rollBack().done()) {
            assertThat(live).isEqualTo(Optional.ofNullable(report.before().snapshot()));
        }
        if (!report.deployment().begun()) {
            assertThat(live).isEqualTo(Optional.ofNullable(report.before().snapshot()));
        }
    }
}
