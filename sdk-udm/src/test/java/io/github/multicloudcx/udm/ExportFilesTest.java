package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileLinks;
import io.github.multicloudcx.udm.model.FileMetadata;
import io.github.multicloudcx.udm.model.PreSignedUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFilesTest {
    @TempDir
    Path directory;

    @Test
    void readsOneLinkOrMany() {
        try (Wire wire = new Wire()
                .answer(200, "{\"path\":\"https://s/a?x=1\"}")
                .answer(200, "[{\"path\":\"https://s/a?x=1\"},{\"path\":\"https://s/b?x=1\"}]")
                .answer(200, "{}")) {
            assertThat(links(wire).links()).extracting(PreSignedUri::path).containsExactly("https://s/a?x=1");
            assertThat(links(wire).links()).hasSize(2);
            assertThat(links(wire)).isEqualTo(new FileLinks(List.of(), List.of()));
        }
    }

    @Test
    void missingFilesThatTheServerNamesAreAResult() {
        try (Wire wire = new Wire().answer(404, "[{\"path\":\"b.smime\"},\"c.smime\"]")) {
            FileLinks links = links(wire);
            assertThat(links.missing()).containsExactly("b.smime", "c.smime");
            assertThat(links.links()).isEmpty();
            assertThat(links.complete()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "[]"})
    void missingFilesThatTheServerDoesNotNameAreAnError(String body) {
        try (Wire wire = new Wire().answer(404, body)) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> links(wire))
                    .withMessageContaining("files are kept for 30 days");
        }
    }

    private static FileLinks links(Wire wire) {
        return wire.udm.files().links(List.of("a.smime", "b.smime")).execute();
    }

    @Test
    void atMost100LinksAreAskedFor() {
        List<String> names = IntStream.range(0, 101).mapToObj(i -> i + ".smime").toList();
        try (Wire wire = new Wire().answer(200, "[]")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.files().links(names))
                    .withMessage("names must name at most 100 files at a time, not 101");
            assertThat(wire.count()).isZero();
            wire.udm.files().links(names.subList(0, 100)).execute();
            assertThat(wire.count()).isEqualTo(1);
        }
    }

    @Test
    void badNamesAreRefused() {
        try (Wire wire = new Wire()) {
            ExportFiles files = wire.udm.files();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.links(List.of()))
                    .withMessage("names must name one or more");
            assertThatIllegalArgumentException().isThrownBy(() -> files.links(List.of("a,b")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.deleteAll(List.of("a,b")))
                    .withMessage("names are sent separated by commas; none may contain one");
            assertThatIllegalArgumentException().isThrownBy(() -> files.deleteAll(List.of("")));
            assertThatIllegalArgumentException().isThrownBy(() -> files.delete(" "));
            assertThatIllegalArgumentException().isThrownBy(() -> files.delete(".."));
            assertThatIllegalArgumentException().isThrownBy(() -> files.download(".."));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.download(null))
                    .withMessage("name is required; a job has no file name until it is done");
            assertThatIllegalArgumentException().isThrownBy(() -> files.download(""));
            assertThat(wire.count()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"a/b,a%2Fb", "../b,..%2Fb", "a?b,a%3Fb", "a%b,a%25b", "größe,gr%C3%B6%C3%9Fe"})
    void aNameIsOneSegmentWhateverItContains(String name, String segment) {
        try (Wire wire = new Wire().empty(204).answer(200, "content")) {
            wire.udm.files().delete(name).execute();
            assertThat(wire.line()).isEqualTo("DELETE /udm/v10/files/" + segment);
            wire.udm.files().download(name).to(directory.resolve("f")).execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/files/" + segment);
        }
    }

    @Test
    void namesInAQueryAreEncoded() {
        try (Wire wire = new Wire().empty(204)) {
            wire.udm
                    .files()
                    .deleteAll(List.of("a&b=c", "größe", "a b", "a%2Cb"))
                    .execute();
            assertThat(wire.take().getUrl().queryParameterValues("filename")).containsExactly("a&b=c,größe,a b,a%2Cb");
        }
    }

    @Test
    void whatWasNotDeletedIsAResult() {
        try (Wire wire = new Wire().answer(500, "[{\"name\":\"b\"}]")) {
            assertThat(wire.udm.files().deleteAll(List.of("a", "b")).execute())
                    .isEqualTo(new DeleteResult(List.of("a", "b"), List.of("b")));
        }
    }

    @Test
    void nothingOfTheClientGoesToTheStorage() throws IOException {
        try (Wire wire = new Wire();
                Wire storage = new Wire().answer(200, "content")) {
            wire.answer(new MockResponse.Builder()
                    .code(303)
                    .addHeader("Location", storage.url("/bucket/a.smime?X-Amz-Signature=1")));
            Path file = wire.udm
                    .files()
                    .download("a.smime")
                    .to(directory.resolve("a.smime"))
                    .execute();

            assertThat(Files.readString(file)).isEqualTo("content");
            RecordedRequest request = storage.take();
            assertThat(request.getTarget()).isEqualTo("/bucket/a.smime?X-Amz-Signature=1");
            assertThat(request.getHeaders().names().stream().map(String::toLowerCase))
                    .doesNotContain("authorization", "x-api-key", "x-b3-traceid", "cookie");
        }
    }

    @Test
    void readsWhatTheReferenceNamesOfAFileAndKeepsTheRest() {
        String items = "{\"items\":[{\"name\":\"a.smime\",\"historyId\":7,\"jobTitle\":\"t\",\"type\":\"UCS\","
                + "\"source\":\"s\",\"crc\":\"ff\"},{}]}";
        try (Wire wire = new Wire().answer(200, items)) {
            List<FileMetadata> files = wire.udm.files().list().page().execute().items();
            FileMetadata first = files.get(0);
            assertThat(first.name()).isEqualTo("a.smime");
            assertThat(first.historyId()).isEqualTo("7");
            assertThat(first.jobTitle()).isEqualTo("t");
            assertThat(first.type()).isEqualTo("UCS");
            assertThat(first.source()).isEqualTo("s");
            assertThat(first.json().path("crc").asText()).isEqualTo("ff");
            assertThat(files.get(1).name()).isNull();
        }
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        try (Wire wire = new Wire()) {
            Instant now = Instant.parse("2026-01-05T10:00:00Z");
            FileList files = wire.udm.files().list();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.startDate(now).endDate(now.minusSeconds(1)))
                    .withMessage("endDate must not be before startDate");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.endDate("2026-01-05").startDate("2026-01-06"));
            assertThat(files.startDate("last week").endDate("yesterday")).isNotNull();
        }
    }
}
