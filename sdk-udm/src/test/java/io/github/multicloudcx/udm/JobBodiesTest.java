package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.time.Instant;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a job is written on each generation, byte for byte. */
class JobBodiesTest {
    private static final String FRAME =
            "\"timeFrame\":{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-01-08T00:00:00Z\"},";
    private static final String REST =
            "\"schedulerParam\":{\"immediately\":true},\"jobParams\":{\"type\":\"Contact\",\"media\":[\"chat\",\"email\"]},";

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aNewJobIsSentAsTheReferencePrintsIt(TestedApi api) {
        try (Wire wire = new Wire().answer(202, "{\"id\":7}")) {
            api.client(wire).jobs().create(Samples.job(api)).execute();
            isTheSample(wire.take(), api.jobsId("createExportJob") + ".request");
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aChangedJobIsSentAsTheReferencePrintsIt(TestedApi api) {
        try (Wire wire = new Wire().answer(200, "{\"id\":7}")) {
            api.client(wire).jobs().update(7, Samples.job(api)).execute();
            isTheSample(wire.take(), api.jobsId("updateExportJob") + ".request");
        }
    }

    /** Samples print the type in place of a value. */
    private static void isTheSample(RecordedRequest request, String sample) {
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getBody().utf8())
                .isEqualTo(Samples.json(sample)
                        .replaceAll("\\s+", "")
                        .replace("\"suspended\":\"string\"", "\"suspended\":\"true\""));
    }

    @Test
    void v10LeavesOutWhatWasNotSetAndAlwaysSendsSuspended() {
        String body =
                "{\"source\":\"UCS\",\"type\":\"UCS\",\"title\":\"Contacts\"," + FRAME + REST + "\"suspended\":false}";
        assertBodies(TestedApi.UDM_V10, contacts(), body, body);
    }

    @Test
    void v4WritesSuspendedAsATextAndTheTypeOnlyOfAChangedJob() {
        String begin = "{\"source\":\"UCS\",\"title\":\"Contacts\",";
        String end = FRAME + REST + "\"suspended\":\"false\"}";
        assertBodies(TestedApi.UDM_V4, contacts(), begin + end, begin + "\"type\":\"UCS\"," + end);
    }

    @Test
    void dataDownloadNeverWritesTheType() {
        String body = "{\"source\":\"UCS\",\"title\":\"Contacts\"," + FRAME + REST + "\"suspended\":\"false\"}";
        assertBodies(TestedApi.DATA_DOWNLOAD, contacts(), body, body);
    }

    private static void assertBodies(TestedApi api, Job job, String created, String changed) {
        try (Wire wire = new Wire().answer(202, "{\"id\":7}").answer(200, "{\"id\":7}")) {
            ExportJobs jobs = api.client(wire).jobs();
            jobs.create(job).execute();
            assertThat(wire.take().getBody().utf8()).isEqualTo(created);
            jobs.update(7, job).execute();
            assertThat(wire.take().getBody().utf8()).isEqualTo(changed);
        }
    }

    @Test
    void attachmentsAreRefusedWhereTheyWouldBeMissingInTheExport() {
        UcsJobParams params = UcsJobParams.of("Contact", List.of("chat"));
        Job wanted =
                contacts().toBuilder().jobParams(params.exportAttachments(true)).build();
        try (Wire wire = new Wire()) {
            for (TestedApi api : TestedApi.OLDER) {
                ExportJobs jobs = api.client(wire).jobs();
                String title = api.pick("", "User Data Management v4", "Cloud Data Download v4");
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> jobs.create(wanted))
                        .withMessage(title + " does not have jobParams.exportAttachments;"
                                + " User Data Management v10 has it (UdmClient)");
                assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> jobs.update(7, wanted));
            }
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void attachmentsThatAreNotWantedAreNotWrittenWhereThereAreNone() {
        Job job = contacts().toBuilder()
                .jobParams(UcsJobParams.of("Contact", List.of("chat", "email")).exportAttachments(false))
                .build();
        try (Wire wire = new Wire().answer(202, "{\"id\":7}")) {
            wire.clients.v4().jobs().create(job).execute();
            assertThat(wire.take().getBody().utf8()).doesNotContain("exportAttachments");
        }
    }

    private static Job contacts() {
        return Job.builder()
                .title("Contacts")
                .source("UCS")
                .type("UCS")
                .timeFrame(
                        TimeFrame.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-08T00:00:00Z")))
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Contact", List.of("chat", "email")))
                .build();
    }
}
