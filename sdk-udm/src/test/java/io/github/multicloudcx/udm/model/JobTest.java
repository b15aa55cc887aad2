package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Map<String, UnaryOperator<Job.Builder>> REQUIRED = Map.of(
            "source", job -> job.source("UCS"),
            "type", job -> job.type(JobType.DATA_SYNC),
            "title", job -> job.title("t"),
            "timeFrame", job -> job.timeFrame(TimeFrame.all()),
            "schedulerParam", job -> job.schedulerParam(SchedulerParam.now()),
            "jobParams", job -> job.jobParams(UcsJobParams.of("Contact", List.of())));

    @Test
    void whatIsMissingIsNamed() {
        for (String missing : REQUIRED.keySet()) {
            Job.Builder builder = Job.builder();
            for (Map.Entry<String, UnaryOperator<Job.Builder>> field : REQUIRED.entrySet()) {
                builder = field.getKey().equals(missing)
                        ? builder
                        : field.getValue().apply(builder);
            }
            assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(missing + " is required");
        }
    }

    @Test
    void isNotSuspendedUnlessToldSo() {
        assertThat(complete().build().suspended()).isFalse();
        assertThat(complete().suspended(true).build().suspended()).isTrue();
    }

    @Test
    void blankTextsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Job.builder().title(" "))
                .withMessage("title is required and must not be blank");
        assertThatIllegalArgumentException().isThrownBy(() -> Job.builder().source(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Job.builder().type(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Job.builder().description(""));
    }

    @Test
    void parametersOfAnAnswerAreNotTakenWhenTheyAreIncomplete() {
        for (String entity : new String[] {null, " "}) {
            Job.Builder job = complete().jobParams(new UcsJobParams(null, entity, List.of(), null));
            assertThatIllegalArgumentException()
                    .isThrownBy(job::build)
                    .withMessageStartingWith("jobParams.type is required");
        }
        Job.Builder blankMedium = complete().jobParams(new UcsJobParams(null, "Contact", List.of(" "), null));
        assertThatIllegalArgumentException()
                .isThrownBy(blankMedium::build)
                .withMessageStartingWith("each of jobParams.media ");
    }

    @Test
    void aCopyKeepsEverythingThatIsNotChanged() {
        Job job = complete().description("d").suspended(true).build();
        assertThat(job.toBuilder().build()).isEqualTo(job);
        assertThat(complete().build().toBuilder().title("other").build())
                .isEqualTo(complete().title("other").build());
    }

    @Test
    void aKindThatTheReferenceDoesNotKnowIsTaken() {
        assertThat(complete().type("Later").build().type()).hasToString("Later");
        assertThat(complete().type("UCS").build().type()).isEqualTo(JobType.UCS);
    }

    private static Job.Builder complete() {
        Job.Builder builder = Job.builder();
        for (UnaryOperator<Job.Builder> field : REQUIRED.values()) {
            builder = field.apply(builder);
        }
        return builder;
    }
}
