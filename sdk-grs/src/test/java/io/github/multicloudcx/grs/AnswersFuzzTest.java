package io.github.multicloudcx.grs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.testsupport.RandomJson;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Whatever a server answers, calls return it or fail as they are documented to. */
@Timeout(60)
class AnswersFuzzTest {
    private static final List<String> NAMES = List.of(
            "snapshots",
            "deployments",
            "deploytargets",
            "deployTargets",
            "snapshotId",
            "name",
            "type",
            "createDate",
            "deploymentId",
            "packageVersion",
            "snapshotName",
            "snapShotName",
            "target",
            "deployedTo",
            "deployScheduledDateTime",
            "deployScheduleDateTime",
            "status",
            "operation",
            "message",
            "errors",
            "code",
            "field",
            "apiToken",
            "lastLogin");
    private static final List<String> TEXTS = List.of("", " ", "SUCCESS", "0", "1000", "Validation Failed", "x");

    @RepeatedTest(10)
    void anyJsonIsReadOrRefused(RepetitionInfo repetition) {
        RandomJson random = new RandomJson(repetition.getCurrentRepetition(), NAMES, TEXTS);
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 15; i++) {
                for (Operation operation : Operation.all()) {
                    for (int status : new int[] {200, 422, 503}) {
                        wire.answer(status, random.object(3).toString());
                        survives(() -> {
                            var unused = operation.call(wire).execute();
                        });
                    }
                }
            }
        }
    }

    private static void survives(Runnable call) {
        try {
            call.run();
        } catch (CxException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
