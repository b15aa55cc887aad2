package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of a job that the references document or leave possible, on every generation. */
class JobAnswersTest {
    private static Stream<Arguments> onEveryApi(Object... forms) {
        return Arrays.stream(TestedApi.values())
                .flatMap(api -> Arrays.stream(forms).map(form -> Arguments.of(api, form)));
    }

    static Stream<Arguments> successCodes() {
        return onEveryApi("0", "1", "2", "\"0\"");
    }

    @ParameterizedTest
    @MethodSource("successCodes")
    void suspendAndResumeTakeABareStatus(TestedApi api, String code) {
        String status = "{\"status\":{\"code\":" + code + ",\"detail\":{},\"message\":\"successful\"}}";
        try (Wire wire = new Wire().answer(200, status).answer(200, status)) {
            JobInfo unknownState = new JobInfo(7, null, null);
            assertThat(api.client(wire).jobs().suspend(7).execute()).isEqualTo(unknownState);
            assertThat(api.client(wire).jobs().resume(7).execute()).isEqualTo(unknownState);
        }
    }

    static Stream<Arguments> errorCodes() {
        return onEveryApi("3", "-1", "500", "\"E7\"");
    }

    @ParameterizedTest
    @MethodSource("errorCodes")
    void anyOtherCodeIsAnErrorUnderHttp200(TestedApi api, String code) {
        String status = "{\"status\":{\"code\":" + code + ",\"message\":\"not suspended\"}}";
        try (Wire wire = new Wire(RetryPolicy.standard()).answer(200, status).answer(200, status)) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> api.client(wire).jobs().resume(7).execute())
                    .withMessageContaining("not suspended")
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.REJECTED));
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> api.client(wire).jobs().suspend(7).execute());
            assertThat(wire.count()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aStatusWithoutACodeIsNoSuccess(TestedApi api) {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"message\":\"successful\"}}")) {
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() -> api.client(wire).jobs().suspend(7).execute())
                    .withMessageContaining("$.status");
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void suspendAndResumeTakeAJobToo(TestedApi api) {
        String suspended = "{\"id\":\"7\",\"status\":\"SUSPENDED\"}";
        try (Wire wire = new Wire().answer(200, suspended).answer(200, "{\"id\":7,\"status\":\"RUNNING\"}")) {
            assertThat(api.client(wire).jobs().suspend(7).execute()).isEqualTo(new JobInfo(7, "SUSPENDED", null));
            assertThat(api.client(wire).jobs().resume(7).execute()).isEqualTo(new JobInfo(7, "RUNNING", null));
        }
    }

    static Stream<Arguments> suspendedForms() {
        return Arrays.stream(TestedApi.values())
                .flatMap(api -> Stream.of(
                        Arguments.of(api, "true", true),
                        Arguments.of(api, "false", false),
                        Arguments.of(api, "\"true\"", true),
                        Arguments.of(api, "\"False\"", false),
                        Arguments.of(api, "\"\"", null),
                        Arguments.of(api, "\"string\"", null),
                        Arguments.of(api, "{\"since\":1}", null),
                        Arguments.of(api, "null", null)));
    }

    @ParameterizedTest
    @MethodSource("suspendedForms")
    void suspendedIsABooleanOrAText(TestedApi api, String json, @Nullable Boolean expected) {
        try (Wire wire = new Wire().answer(200, "{\"suspended\":" + json + ",\"title\":\"t\"}")) {
            JobInfo job = api.client(wire).jobs().get(7).execute();
            assertThat(job.suspended()).isEqualTo(expected);
            assertThat(job.title()).isEqualTo("t");
        }
    }

    static Stream<Arguments> idForms() {
        return onEveryApi("\"id\":7,", "\"id\":\"7\",", "\"id\":\"\",", "\"id\":null,", "");
    }

    @ParameterizedTest
    @MethodSource("idForms")
    void anIdIsANumberOrATextOrTheOneThatWasAskedFor(TestedApi api, String id) {
        String job = "{" + id + "\"title\":\"t\"}";
        try (Wire wire = new Wire()
                .answer(200, job)
                .answer(200, job)
                .answer(200, job)
                .answer(200, job)
                .answer(200, job)) {
            ExportClient client = api.client(wire);
            assertThat(client.jobs().get(7).execute().id()).isEqualTo(7);
            assertThat(client.jobs().update(7, Samples.job(api)).execute().id()).isEqualTo(7);
            assertThat(client.jobs().suspend(7).execute().id()).isEqualTo(7);
            assertThat(client.jobs().resume(7).execute().id()).isEqualTo(7);
            assertThat(client.history().get(7).execute().id()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void theIdOfTheAnswerIsNotReplaced(TestedApi api) {
        try (Wire wire = new Wire().answer(200, "{\"id\":8}").answer(200, "{}")) {
            assertThat(api.client(wire).jobs().get(7).execute().id()).isEqualTo(8);
            assertThat(api.client(wire).jobs().get("nightly").execute().id()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aDefinitionFillsTheFieldsOfTheRecord(TestedApi api) {
        String definition = "{\"id\":\"\",\"source\":\"UCS\",\"title\":\"nightly\","
                + "\"timeFrame\":{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-01-08T00:00:00Z\"},"
                + "\"schedulerParam\":{\"cron\":\"0 2 * * *\",\"runs\":10},"
                + "\"jobParams\":{\"fileSplitSize\":\"10\",\"type\":\"Contact\",\"media\":[\"chat\"]},"
                + "\"suspended\":\"true\"}";
        try (Wire wire = new Wire().answer(200, definition)) {
            JobInfo job = api.client(wire).jobs().get(7).execute();
            assertThat(job.rangeStart()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(job.rangeEnd()).isEqualTo(Instant.parse("2026-01-08T00:00:00Z"));
            assertThat(job.media()).containsExactly("chat");
            assertThat(job.fileSplitSize()).isEqualTo("10");
            assertThat(job.schedulerParam()).isEqualTo(new SchedulerParam(null, "0 2 * * *", "10", null));
            assertThat(job.jobParams()).isEqualTo(new UcsJobParams("10", "Contact", List.of("chat"), null));
            assertThat(job.suspended()).isTrue();
            assertThat(job.jobStatus()).isNull();
        }
    }

    static Stream<Arguments> incompleteDefinitions() {
        return onEveryApi(
                "{\"jobParams\":{},\"timeFrame\":{},\"schedulerParam\":{}}",
                "{\"jobParams\":{\"type\":\"\",\"media\":null,\"fileSplitSize\":\"\"}}",
                "{\"jobParams\":{\"type\":null,\"media\":[null]}}",
                "{\"jobParams\":null,\"timeFrame\":null,\"schedulerParam\":null,\"suspended\":null}");
    }

    @ParameterizedTest
    @MethodSource("incompleteDefinitions")
    void aDefinitionMayLackAnything(TestedApi api, String definition) {
        try (Wire wire = new Wire().answer(200, definition)) {
            JobInfo job = api.client(wire).jobs().get(7).execute();
            assertThat(job.id()).isEqualTo(7);
            assertThat(job.media()).isEmpty();
            assertThat(job.rangeStart()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void theRecordGoesBeforeTheDefinition(TestedApi api) {
        String both = "{\"dateFrom\":\"a\",\"media\":[\"email\"],\"fileSplitSize\":\"5\","
                + "\"timeFrame\":{\"all\":true,\"dateFrom\":\"b\",\"dateTo\":\"c\"},"
                + "\"jobParams\":{\"fileSplitSize\":\"10\",\"media\":[\"chat\"]}}";
        try (Wire wire = new Wire().answer(200, both)) {
            JobInfo job = api.client(wire).jobs().get(7).execute();
            assertThat(job.dateFrom()).isEqualTo("a");
            assertThat(job.dateTo()).isEqualTo("c");
            assertThat(job.media()).containsExactly("email");
            assertThat(job.fileSplitSize()).isEqualTo("5");
            assertThat(job.timeFrame()).isEqualTo(new TimeFrame(true, "b", "c"));
        }
    }

    static Stream<Arguments> fileNames() {
        return onEveryApi("fileName", "filename");
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void theFileNameHasTwoSpellings(TestedApi api, String field) {
        String job = "{\"id\":7,\"" + field + "\":\"a.smime\"}";
        try (Wire wire = new Wire().answer(200, job).answer(200, "{\"count\":1,\"items\":[" + job + "]}")) {
            assertThat(api.client(wire).history().get(7).execute().fileName()).isEqualTo("a.smime");
            assertThat(api.client(wire).history().list().page().execute().items())
                    .extracting(JobInfo::fileName)
                    .containsExactly("a.smime");
        }
    }

    static Stream<Arguments> cancelled() {
        return onEveryApi(
                "", "{}", "\"ok\"", "{\"status\":{\"code\":0}}", "{\"id\":7,\"status\":\"CANCELLED\"}", "[1]");
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void cancelTakesAnyJsonAndNothing(TestedApi api, String answer) {
        try (Wire wire = new Wire().answer(200, answer)) {
            api.client(wire).jobs().cancel(7).execute();
            assertThat(wire.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void cancelFailsWithTheCodeOfAnError(TestedApi api) {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":404,\"message\":\"no such job\"}}")) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> api.client(wire).jobs().cancel(7).execute())
                    .withMessageContaining("no such job");
        }
    }
}
