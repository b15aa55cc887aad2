package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AuditLogTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("audit.jsonl");
    }

    private static AuditEntry entry(String update, String text) {
        return new AuditEntry(
                Instant.parse("2026-03-01T08:00:00.123Z"),
                AuditEvent.CHANGED,
                update,
                null,
                new AuditEntry.FlowReference("https://host/flows", "org", "Größe \n x", "id"),
                15,
                "jane",
                "host/1/2026-01-01T00:00:00Z",
                200,
                17L,
                2,
                "0123456789abcdef",
                List.of("/a"),
                Json.of("{'a':1}"),
                Json.of("{'a':2}"),
                text);
    }

    private static List<AuditEntry> entries(AuditLog log) {
        List<AuditEntry> entries = new ArrayList<>();
        log.read(entries::add);
        return entries;
    }

    @Test
    void anEntryIsOneLineOfJson() throws IOException {
        AuditLog log = AuditLog.open(file());
        log.write(entry("u1", "two\nlines"));
        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(1);
        JsonNode line = Json.of(lines.get(0));
        assertThat(line)
                .isEqualTo(Json.of("{'time':'2026-03-01T08:00:00.123Z','event':'CHANGED','update':'u1','flow':{"
                        + "'address':'https://host/flows','organizationId':'org','name':'Größe \\n x','id':'id'},'version':15,'who':'jane',"
                        + "'process':'host/1/2026-01-01T00:00:00Z','status':200,'latencyMs':17,'attempts':2,"
                        + "'trace':'0123456789abcdef','changed':['/a'],'before':{'a':1},'after':{'a':2},"
                        + "'message':'two\\nlines'}"));
        assertThat(entries(log)).containsExactly(entry("u1", "two\nlines"));
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aTornLineIsLeftOutAndSpoilsNoOther() throws IOException {
        AuditLog log = AuditLog.open(file());
        log.write(entry("u1", null));
        Files.writeString(file(), "{\"time\":\"2026-03-0", StandardOpenOption.APPEND);
        Files.write(file(), new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);
        AuditLog later = AuditLog.open(file());
        assertThat(entries(later)).containsExactly(entry("u1", null));
        later.write(entry("u2", null));
        Files.writeString(
                file(),
                "\n[]\nnull\n{}\n7\n{\"event\":\"CHANGED\",\"update\":\"u\"}\n{\"event\":\"LATER\"}\n",
                StandardOpenOption.APPEND);
        later.write(entry("u3", null));
        assertThat(entries(later)).extracting(AuditEntry::update).containsExactly("u1", "u2", "u3");
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).endsWith("\n");
    }

    @Test
    void manyWriteAtOnceWholeLines() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            AuditLog one = AuditLog.open(file());
            AuditLog other = AuditLog.open(file());
            String text = "x".repeat(10_000);
            List<Future<?>> writes = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(i ->
                            threads.submit(() -> (i % 2 == 0 ? one : other).write(entry("u" + i, text))))
                    .toList();
            for (Future<?> write : writes) {
                write.get();
            }
            assertThat(entries(one))
                    .extracting(AuditEntry::update)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 200).mapToObj(i -> "u" + i).toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anInterruptDoesNotKeepALineFromBeingWritten() throws IOException {
        AuditLog log = AuditLog.open(file());
        Thread.currentThread().interrupt();
        log.write(entry("u1", null));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(entries(log)).hasSize(1);
    }

    @Test
    void aFileThatCannotBeUsedIsNamed() throws IOException {
        assertThatThrownBy(() -> AuditLog.open(directory)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AuditLog.open(directory.resolve("absent/audit.jsonl")))
                .isInstanceOf(IOException.class);
        AuditLog log = AuditLog.open(file());
        Files.delete(file());
        Files.createDirectory(file());
        assertThatThrownBy(() -> log.write(entry("u1", null)))
                .hasMessageStartingWith("The audit log " + file() + " cannot be written: ");
        assertThatThrownBy(() -> entries(log)).hasMessageContaining("The audit log " + file() + " cannot be read");
        assertThat(log).hasToString("AuditLog[" + file() + "]");
    }
}
