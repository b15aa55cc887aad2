package io.github.multicloudcx.recording.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.recording.bulk.RecordingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {
    private static final String HEADER = "recordingId,operation,result,status,statusCode,detail,time\n";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path directory;

    private Path path() {
        return directory.resolve("r.csv");
    }

    private static RecordingOutcome outcome(String id, RecordingResult result, String detail) {
        return new RecordingOutcome(id, result, 200, null, detail, NOW);
    }

    private ResultFile open() {
        return ResultFile.open(path(), "applyNonDelete");
    }

    @Test
    void linesAreThereAsSoonAsTheyAreKnownAndOneForEachIdAtTheEnd() throws IOException {
        try (ResultFile file = open()) {
            file.append(outcome("a", RecordingResult.UNKNOWN, "a, \"quoted\"\nline"));
            assertThat(Files.readString(path()))
                    .isEqualTo(
                            HEADER + "a,applyNonDelete,UNKNOWN,200,,\"a, \"\"quoted\"\" line\",2026-01-05T10:00:00Z\n");
            file.append(outcome("b", RecordingResult.DONE, null));
            file.append(outcome("a", RecordingResult.DONE, null));
            assertThat(Files.readAllLines(path())).hasSize(4);
        }
        assertThat(path())
                .hasContent(HEADER + "a,applyNonDelete,DONE,200,,,2026-01-05T10:00:00Z\n"
                        + "b,applyNonDelete,DONE,200,,,2026-01-05T10:00:00Z\n");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anotherRunKnowsWhatIsDone() {
        try (ResultFile file = open()) {
            file.append(outcome("x,\"y", RecordingResult.DONE, null));
            file.append(outcome(" b", RecordingResult.FAILED, "DONE"));
        }
        try (ResultFile file = open()) {
            assertThat(file.done("x,\"y")).isTrue();
            assertThat(file.done(" b")).isFalse();
            assertThat(file.done("c")).isFalse();
            file.append(outcome(" b", RecordingResult.DONE, null));
        }
        assertThat(path()).content().contains("\" b\",applyNonDelete,DONE").doesNotContain("FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b,applyNo", "b,applyNonDelete,DONE,200,,,2026-01-05T10:00:00Z", "ü"})
    void aTornLineIsCutOff(String torn) throws IOException {
        String whole = HEADER + "ü,applyNonDelete,DONE,200,,,2026-01-05T10:00:00Z\n";
        Files.writeString(path(), whole + torn);
        try (ResultFile file = open()) {
            assertThat(file.done("ü")).isTrue();
            assertThat(file.done("b")).isFalse();
            assertThat(Files.readString(path())).isEqualTo(whole);
            file.append(outcome("c", RecordingResult.DONE, null));
        }
        assertThat(path()).hasContent(whole + "c,applyNonDelete,DONE,200,,,2026-01-05T10:00:00Z\n");
    }

    @Test
    void aTornHeaderIsABeginning() throws IOException {
        Files.writeString(path(), "recordingId,oper");
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a result file");
        Files.writeString(path(), "");
        try (ResultFile file = open()) {
            file.append(outcome("a", RecordingResult.DONE, null));
        }
        assertThat(path()).content().startsWith(HEADER + "a,");
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        Files.writeString(path(), HEADER + "a,applyNonDelete,DONE,200,,,now\nb,c\n");
        assertThatThrownBy(this::open).hasMessageContaining("is damaged at line 3");
    }

    @Test
    void fieldsSurviveTheFile() {
        List<String> fields = List.of("", "a", "a,b", "\"", "\"\"x\"", " a ", "ü|;");
        assertThat(CsvLine.fields(CsvLine.of(fields))).isEqualTo(fields);
        assertThat(CsvLine.of(List.of("a\r\n\nb", "c"))).isEqualTo("a b,c");
    }
}
