package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobInfoTest {
    @Test
    void datesHaveReadingsBesideThem() {
        JobInfo job = dated("2015-08-05 08:31:20.78", "1438763480780", "soon");
        assertThat(job.createdAt()).isEqualTo(Instant.parse("2015-08-05T08:31:20.780Z"));
        assertThat(job.rangeStart()).isEqualTo(Instant.parse("2015-08-05T08:31:20.780Z"));
        assertThat(job.rangeEnd()).isNull();
        assertThat(job.dateTo()).isEqualTo("soon");
    }

    @Test
    void readingsAreNoJsonFields() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        JobInfo job = new JobInfo(7, "RUNNING", "a.smime");
        assertThat(mapper.readTree(mapper.writeValueAsString(job)).size()).isEqualTo(20);
        assertThat(mapper.readValue(mapper.writeValueAsString(job), JobInfo.class))
                .isEqualTo(job);
    }

    @Test
    void aJobIsMadeOfWhatTheServerToldAndBuildNamesTheRest() {
        Job.Builder nothing = new JobInfo(7, null, null).toJob();
        assertThatIllegalArgumentException().isThrownBy(nothing::build).withMessage("source is required");
        Job.Builder some = record().toJob();
        assertThatIllegalArgumentException().isThrownBy(some::build).withMessage("schedulerParam is required");
        Job.Builder more = some.schedulerParam(SchedulerParam.now());
        assertThatIllegalArgumentException().isThrownBy(more::build).withMessage("jobParams.type is required");
        Job whole = more.jobParams(UcsJobParams.of("Contact", List.of())).build();
        assertThat(whole.title()).isEqualTo("nightly");
    }

    @Test
    void aJobOfAnEntityKeepsMediaSizeAndAttachments() {
        Job job = record().toJob("Contact").schedulerParam(SchedulerParam.now()).build();
        assertThat(job)
                .isEqualTo(new Job(
                        "UCS",
                        JobType.UCS,
                        "nightly",
                        new TimeFrame(null, "2026-01-01", "2026-01-08"),
                        "for the archive",
                        SchedulerParam.now(),
                        new UcsJobParams("10", "Contact", List.of("chat"), true),
                        false));
    }

    @Test
    void anEntityGoesBeforeThatOfTheDefinition() {
        JobInfo job = defined(
                new TimeFrame(true, null, null),
                SchedulerParam.now(),
                new UcsJobParams(null, "Interaction", List.of("email"), null),
                true);
        assertThat(whole(job.toJob()).jobParams()).isEqualTo(UcsJobParams.of("Interaction", List.of("email")));
        assertThat(whole(job.toJob("Contact")).jobParams()).isEqualTo(UcsJobParams.of("Contact", List.of("email")));
        assertThat(whole(job.toJob()).timeFrame()).isEqualTo(TimeFrame.all());
        assertThat(whole(job.toJob()).suspended()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> job.toJob(" ")).withMessageStartingWith("entity ");
    }

    @Test
    void anEmptyScheduleOrRangeTellsNothing() {
        Job.Builder job = defined(
                        new TimeFrame(null, null, null),
                        new SchedulerParam(null, null, null, null),
                        new UcsJobParams(null, "Contact", List.of(), null),
                        null)
                .toJob()
                .source("UCS")
                .type("UCS")
                .title("t");
        assertThatIllegalArgumentException().isThrownBy(job::build).withMessage("timeFrame is required");
        Job.Builder ranged = job.timeFrame(TimeFrame.all());
        assertThatIllegalArgumentException().isThrownBy(ranged::build).withMessage("schedulerParam is required");
    }

    @Test
    void anIdIsSetOnACopy() {
        JobInfo job = record();
        assertThat(job.withId(8).id()).isEqualTo(8);
        assertThat(job.withId(7)).isEqualTo(job);
        assertThatIllegalArgumentException().isThrownBy(() -> job.withId(-1)).withMessageStartingWith("id ");
    }

    private static Job whole(Job.Builder draft) {
        return draft.source("UCS").type("UCS").title("t").build();
    }

    private static JobInfo record() {
        return new JobInfo(
                7L,
                "UCS",
                "UCS",
                "nightly",
                "10",
                "a.smime",
                5L,
                "COMPLETED",
                "2026-01-09",
                "2026-01-01",
                "2026-01-08",
                "for the archive",
                List.of("chat"),
                100,
                3L,
                true,
                null,
                null,
                null,
                null);
    }

    private static JobInfo defined(TimeFrame frame, SchedulerParam schedule, UcsJobParams params, Boolean suspended) {
        return new JobInfo(
                7L, null, null, null, null, null, null, null, null, null, null, " ", List.of(), null, null, null, frame,
                schedule, params, suspended);
    }

    private static JobInfo dated(String created, String from, String to) {
        return new JobInfo(
                7L, null, null, null, null, null, null, null, created, from, to, null, List.of(), null, null, null,
                null, null, null, null);
    }
}
