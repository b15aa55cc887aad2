package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.udm.model.JobInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waiting for a job, on every generation. */
class WaitingTest {
    private static final String DEFINITION =
            "{\"id\":\"\",\"title\":\"nightly\",\"jobParams\":{\"type\":\"Contact\"},\"suspended\":\"false\"}";
    private static final String RECORD =
            "{\"id\":7,\"title\":\"nightly\",\"status\":\"COMPLETED\",\"fileName\":\"a.smime\",\"progress\":100}";

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void endsWithTheRecordWhereTheJobIsARecord(TestedApi api) {
        try (Wire wire = new Wire()
                .answer(200, "{\"progress\":40,\"status\":\"RUNNING\"}")
                .answer(200, "{\"progress\":100,\"status\":\"COMPLETED\"}")
                .answer(200, RECORD)) {
            assertThat(await(api, wire).fileName()).isEqualTo("a.smime");
            assertThat(wire.line()).isEqualTo("GET " + api.jobs("/export/history/7/progress"));
            assertThat(wire.line()).isEqualTo("GET " + api.jobs("/export/history/7/progress"));
            assertThat(wire.line()).isEqualTo("GET " + api.jobs("/export/jobs/7"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void endsWithTheRecordOfTheHistoryWhereTheJobIsADefinition(TestedApi api) {
        try (Wire wire = new Wire()
                .answer(200, "{\"progress\":100,\"status\":\"COMPLETED\"}")
                .answer(200, DEFINITION)
                .answer(200, RECORD)) {
            assertThat(await(api, wire).fileName()).isEqualTo("a.smime");
            wire.take();
            assertThat(wire.line()).isEqualTo("GET " + api.jobs("/export/jobs/7"));
            assertThat(wire.line()).isEqualTo("GET " + api.jobs("/export/history/7"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void goesOnWhileThereIsNothingButTheDefinition(TestedApi api) {
        try (Wire wire = new Wire()
                .empty(400)
                .answer(200, DEFINITION)
                .empty(404)
                .answer(200, "{\"progress\":100,\"status\":\"COMPLETED\"}")
                .answer(200, DEFINITION)
                .answer(200, RECORD)) {
            assertThat(await(api, wire).fileName()).isEqualTo("a.smime");
            assertThat(wire.count()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void failsWhenTheJobIsNowhere(TestedApi api) {
        try (Wire wire = new Wire().empty(400).empty(404).empty(404)) {
            assertThatExceptionOfType(JobNotFoundException.class)
                    .isThrownBy(() -> await(api, wire))
                    .satisfies(e -> assertThat(e.jobId()).isEqualTo("7"));
        }
    }

    private static JobInfo await(TestedApi api, Wire wire) {
        return api.client(wire).jobs().await(7).execute();
    }
}
