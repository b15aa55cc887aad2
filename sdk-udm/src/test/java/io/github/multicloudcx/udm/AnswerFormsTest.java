package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileLinks;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.PreSignedUri;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of a list, a link, a delete and an upload that the references document or leave possible. */
class AnswerFormsTest {
    private static Stream<Arguments> onEveryApi(Object... forms) {
        return Arrays.stream(TestedApi.values())
                .flatMap(api -> Arrays.stream(forms).map(form -> Arguments.of(api, form)));
    }

    static Stream<Arguments> oneLink() {
        return onEveryApi("{\"path\":\"https://s/a?x=1\"}", "[{\"path\":\"https://s/a?x=1\"}]");
    }

    @ParameterizedTest
    @MethodSource("oneLink")
    void linksAreOneOrMany(TestedApi api, String answer) {
        try (Wire wire = new Wire().answer(200, answer)) {
            FileLinks links = api.client(wire).files().links(List.of("a.smime")).execute();
            assertThat(links.links()).extracting(PreSignedUri::path).containsExactly("https://s/a?x=1");
            assertThat(links.complete()).isTrue();
        }
    }

    static Stream<Arguments> missingFiles() {
        return onEveryApi("[{\"path\":\"b.smime\"}]", "[\"b.smime\"]", "[{\"path\":\"b.smime\",\"x\":1}]");
    }

    @ParameterizedTest
    @MethodSource("missingFiles")
    void missingFilesAreNamed(TestedApi api, String answer) {
        try (Wire wire = new Wire().answer(404, answer)) {
            assertThat(api.client(wire)
                            .files()
                            .links(List.of("a.smime", "b.smime"))
                            .execute())
                    .isEqualTo(new FileLinks(List.of(), List.of("b.smime")));
        }
    }

    static Stream<Arguments> unnamedFiles() {
        return onEveryApi("{}", "", "[]");
    }

    @ParameterizedTest
    @MethodSource("unnamedFiles")
    void missingFilesThatAreNotNamedAreAnError(TestedApi api, String answer) {
        try (Wire wire = new Wire().answer(404, answer)) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() ->
                            api.client(wire).files().links(List.of("a.smime")).execute());
        }
    }

    static Stream<Arguments> undeleted() {
        return onEveryApi("[\"8\"]", "[8]", "[{\"id\":8}]", "[{\"id\":\"8\",\"why\":\"running\"}]");
    }

    @ParameterizedTest
    @MethodSource("undeleted")
    void bulkDeletesNameWhatIsLeft(TestedApi api, String answer) {
        DeleteResult left = new DeleteResult(List.of("7", "8"), List.of("8"));
        try (Wire wire = new Wire(RetryPolicy.standard())
                .answer(500, answer)
                .answer(500, answer)
                .answer(500, answer)) {
            ExportClient client = api.client(wire);
            assertThat(client.jobs().deleteAll(7, 8).execute()).isEqualTo(left);
            assertThat(client.history().deleteAll(7, 8).execute()).isEqualTo(left);
            assertThat(client.files().deleteAll(List.of("7", "8")).execute()).isEqualTo(left);
            assertThat(wire.count()).as("a partial result is not repeated").isEqualTo(3);
        }
    }

    static Stream<Arguments> notAnArray() {
        return onEveryApi("", "[]", "{}", "{\"message\":\"no\"}");
    }

    @ParameterizedTest
    @MethodSource("notAnArray")
    void anyOther500OfABulkDeleteIsAnError(TestedApi api, String answer) {
        try (Wire wire = new Wire().answer(500, answer)) {
            assertThatExceptionOfType(ServerException.class)
                    .isThrownBy(() -> api.client(wire).jobs().deleteAll(7).execute());
        }
    }

    static Stream<Arguments> uploads() {
        return Arrays.stream(TestedApi.values())
                .flatMap(api -> Stream.of(
                        Arguments.of(api, "\"stored\"", "stored"),
                        Arguments.of(api, "", ""),
                        Arguments.of(api, "stored as rsa.pem", "stored as rsa.pem")));
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void anUploadAnswersAnyText(TestedApi api, String answer, String value) {
        try (Wire wire = new Wire().answer(201, answer)) {
            assertThat(api.client(wire)
                            .certificates()
                            .upload("rsa.pem", Samples.certificate("rsa.pem"))
                            .execute())
                    .isEqualTo(value);
            assertThat(wire.take().getBody().utf8()).contains("name=\"file\"; filename=\"rsa.pem\"");
        }
    }

    static Stream<Arguments> pages() {
        String page = "{\"count\":1,\"from\":0,\"items\":[{\"id\":7}],\"size\":20}";
        return onEveryApi(page, "{\"status\":{\"code\":0},\"data\":" + page + "}", "[{\"id\":7}]");
    }

    /** Real servers of Cloud Data Download have been seen to wrap lists in an envelope that is not documented. */
    @ParameterizedTest
    @MethodSource("pages")
    void aListMayComeInAnEnvelope(TestedApi api, String answer) {
        try (Wire wire = new Wire().answer(200, answer).answer(200, answer)) {
            HistoryList list = api.client(wire).history().list();
            assertThat(list.page().execute().items()).extracting(JobInfo::id).containsExactly(7L);
            try (Stream<JobInfo> records = list.stream()) {
                assertThat(records).extracting(JobInfo::id).containsExactly(7L);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aJobMayComeInAnEnvelope(TestedApi api) {
        String answer = "{\"status\":{\"code\":0},\"data\":{\"id\":7,\"status\":\"RUNNING\"}}";
        try (Wire wire = new Wire().answer(200, answer).answer(200, answer)) {
            assertThat(api.client(wire).jobs().get(7).execute()).isEqualTo(new JobInfo(7, "RUNNING", null));
            assertThat(api.client(wire).jobs().resume(7).execute()).isEqualTo(new JobInfo(7, "RUNNING", null));
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void noContentIsAnEmptyList(TestedApi api) {
        try (Wire wire = new Wire()) {
            ExportClient client = api.client(wire);
            List<ItemList<?, ?>> lists = List.of(
                    client.jobs().list(),
                    client.history().list(),
                    client.files().list());
            for (ItemList<?, ?> list : lists) {
                wire.empty(204).empty(204);
                assertThat(list.page().execute().items()).isEmpty();
                try (Stream<?> items = list.stream()) {
                    assertThat(items).isEmpty();
                }
            }
            wire.empty(204).empty(204).empty(204);
            assertThat(client.data().sources().execute().hasContent()).isFalse();
            assertThat(client.data().types().execute().dataTypes()).isEmpty();
            assertThat(client.data().subTypes().execute().subTypes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aFileThatIsNotThereIsAnErrorOfItsDelete(TestedApi api) {
        try (Wire wire = new Wire().empty(404)) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> api.client(wire).files().delete("a.smime").execute())
                    .withMessageContaining("there is no file of this name");
        }
    }
}
