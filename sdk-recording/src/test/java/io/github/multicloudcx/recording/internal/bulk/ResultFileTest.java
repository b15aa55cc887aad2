package io.github.multicloudcx.recording.internal.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.recording.bulk.RecordingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {
    private static final String HEADER = "recordingId,operation,result,status,statusCode,detail,time\n";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final List<String> doubts = new ArrayList<>();

    @TempDir
    Path directory;

    private Path path() {
        return directory.resolve("r.csv");
    }

    private static RecordingOutcome outcome(String id, RecordingResult result, String detail) {
        return new RecordingOutcome(id, result, 200, null, detail, NOW);
    }

    private ResultFile open() {
        return ResultFile.open(path(), "applyNonDelete", doubts::add);
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
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("r.csv", "r.csv.lock");
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

    @ParameterizedTest
    @ValueSource(strings = {"", "r", "recordingId,oper", "recordingId,operation,result,status,statusCode,detail,time"})
    void aTornHeaderIsABeginning(String torn) throws IOException {
        Files.writeString(path(), torn);
        try (ResultFile file = open()) {
            file.append(outcome("a", RecordingResult.DONE, null));
        }
        assertThat(path()).content().startsWith(HEADER + "a,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x\n", "recordingId,operation\n"})
    void anotherFileIsLeftAlone(String text) throws IOException {
        Files.writeString(path(), text);
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a result file");
        assertThat(path()).content().isEqualTo(text);
    }

    @Test
    void anEditorMayHaveSavedIt() throws IOException {
        Files.write(
                path(),
                (HEADER + "\u00fc,applyNonDelete,DONE,200,,,now\nb,app")
                        .replace("\n", "\r\n")
                        .getBytes(ISO_8859_1));
        try (ResultFile file = open()) {
            file.append(outcome("c", RecordingResult.DONE, null));
        }
        try (ResultFile file = open()) {
            assertThat(file.done("c")).isTrue();
            assertThat(file.done("b")).isFalse();
        }
    }

    @Test
    void whatIsNotCertainIsRecalled() {
        try (ResultFile file = open()) {
            file.append(outcome("a", RecordingResult.UNKNOWN, null));
            file.append(outcome("b", RecordingResult.FAILED, null));
            file.append(outcome("c", RecordingResult.UNKNOWN, null));
            file.append(outcome("c", RecordingResult.DONE, null));
        }
        try (ResultFile file = open()) {
            assertThat(doubts).containsExactly("a");
            assertThat(file.failedBefore("b")).isTrue();
            assertThat(file.failedBefore("a")).isFalse();
        }
    }

    @Test
    void anInterruptedThreadWritesAllTheSame() throws IOException {
        Thread.currentThread().interrupt();
        try (ResultFile file = open()) {
            file.append(outcome("a", RecordingResult.UNKNOWN, null));
            file.append(outcome("a", RecordingResult.DONE, null));
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Files.readAllLines(path())).hasSize(2);
    }

    @Test
    void aFileThatCannotBeReplacedKeepsAllItsLines() throws IOException {
        try (ResultFile file = open()) {
            file.append(outcome("a", RecordingResult.UNKNOWN, null));
            file.append(outcome("a", RecordingResult.DONE, null));
            Compaction.of(directory.resolve("gone/r.csv"), HEADER, List.of());
            assertThat(Files.readAllLines(path())).hasSize(3);
        }
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aLinkStaysALinkAndRightsStayAsTheyAre() throws IOException {
        Path real = Files.writeString(directory.resolve("real.csv"), "");
        Assumptions.assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(path(), real);
        try (ResultFile file = open()) {
            file.append(outcome("a", RecordingResult.UNKNOWN, null));
            file.append(outcome("a", RecordingResult.DONE, null));
        }
        assertThat(path()).isSymbolicLink();
        assertThat(Files.readAllLines(real)).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-------");
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
