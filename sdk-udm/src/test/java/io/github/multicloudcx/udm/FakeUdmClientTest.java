package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.udm.export.Exports;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import io.github.multicloudcx.udm.model.VersionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How an application tests its own code without any server: it implements the interfaces that it uses. */
class FakeUdmClientTest {
    /** The code of the application. */
    record NightlyExport(UdmClient udm) {
        long start() {
            return udm.jobs()
                    .create(Job.builder()
                            .title("nightly")
                            .source("UCS")
                            .type("UCS")
                            .timeFrame(TimeFrame.all())
                            .schedulerParam(SchedulerParam.now())
                            .jobParams(UcsJobParams.of("Contact", List.of("chat")))
                            .build())
                    .execute()
                    .id();
        }

        String status(long id) {
            return udm.jobs().get(id).execute().status();
        }
    }

    @Test
    void theApplicationCreatesAJob() {
        FakeJobs jobs = new FakeJobs();
        NightlyExport export = new NightlyExport(new FakeUdm(jobs));

        assertThat(export.start()).isZero();
        assertThat(jobs.created).extracting(Job::title).containsExactly("nightly");
        assertThat(export.status(0)).isEqualTo("RUNNING");
    }

    @Test
    void theApplicationMeetsAnError() {
        NightlyExport export = new NightlyExport(new FakeUdm(new FakeJobs()));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> export.status(7));
    }

    private record FakeUdm(ExportJobs jobs) implements UdmClient {
        @Override
        public Certificates certificates() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ExportHistory history() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ExportFiles files() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Exports exports() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ReferenceData data() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<VersionInfo> version() {
            return Call.of(new VersionInfo("10", null, null, null));
        }
    }

    private static final class FakeJobs implements ExportJobs {
        private final List<Job> created = new ArrayList<>();

        @Override
        public Call<JobInfo> create(Job job) {
            created.add(job);
            return Call.of(new JobInfo(created.size() - 1, "RUNNING", null));
        }

        @Override
        public Call<JobInfo> get(String id) {
            return Integer.parseInt(id) < created.size()
                    ? Call.of(new JobInfo(Long.parseLong(id), "RUNNING", null))
                    : Call.failed(new NotFoundException(
                            "no job " + id, new ErrorAnswer(404), new ErrorContext(Fate.REJECTED)));
        }

        @Override
        public Call<JobInfo> update(String id, Job job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<@Nullable Void> delete(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<DeleteResult> deleteAll(Collection<?> ids) {
            return Call.of(new DeleteResult(ids.stream().map(Object::toString).toList(), List.of()));
        }

        @Override
        public Call<@Nullable Void> cancel(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<JobInfo> suspend(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<JobInfo> resume(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public JobList list() {
            throw new UnsupportedOperationException();
        }

        @Override
        public JobWaiter await(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
