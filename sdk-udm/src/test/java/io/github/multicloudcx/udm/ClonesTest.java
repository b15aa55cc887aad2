package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.sandbox.JobShape;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A job like another one, against the sandbox. */
class ClonesTest {
    private static final TimeFrame THE_WEEK_BEFORE =
            TimeFrame.between(Deployment.START.minus(Duration.ofDays(14)), Deployment.START.minus(Duration.ofDays(7)));

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void theSameExportOfAnotherWeek(TestedApi api) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().jobShape(JobShape.JOB_INFO);
            ExportJobs jobs = api.client(deployment).jobs();
            UcsJobParams params = UcsJobParams.of("Contact", List.of("chat")).fileSplitSize("10");
            Job first = Deployment.contacts("weekly")
                    .description("for the archive")
                    .jobParams(api == TestedApi.UDM_V10 ? params.exportAttachments(true) : params)
                    .build();
            long id = jobs.create(first).execute().id();

            JobInfo there = jobs.get(id).execute();
            Job second = there.toJob("Contact")
                    .timeFrame(THE_WEEK_BEFORE)
                    .schedulerParam(SchedulerParam.now())
                    .build();
            assertThat(second)
                    .isEqualTo(first.toBuilder().timeFrame(THE_WEEK_BEFORE).build());
            long other = jobs.create(second).execute().id();
            assertThat(other).isNotEqualTo(id);
            assertThat(jobs.await(other).execute().rangeEnd()).isEqualTo(there.rangeStart());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedApi.class,
            names = {"UDM_V4", "DATA_DOWNLOAD"})
    void aDefinitionTellsAllButTheType(TestedApi api) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().jobShape(JobShape.DEFINITION);
            ExportJobs jobs = api.client(deployment).jobs();
            Job first = Deployment.contacts("nightly")
                    .schedulerParam(SchedulerParam.cron("0 2 * * *").runs(3))
                    .suspended(true)
                    .build();
            Job.Builder second =
                    jobs.get(jobs.create(first).execute().id()).execute().toJob();
            assertThatIllegalArgumentException().isThrownBy(second::build).withMessage("type is required");
            assertThat(second.type(first.type()).build()).isEqualTo(first);
        }
    }
}
