package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.udm.archive.ExportRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyExportTest {
    private static final String DAY = "2026-01-04";

    @TempDir
    private Path directory;

    private final Output out = new Output();
    private final Output err = new Output();

    private int run(Map<String, String> environment, String... args) {
        List<String> all = new ArrayList<>(List.of("--output", directory.toString(), "--day", DAY));
        all.addAll(Arrays.asList(args));
        return NightlyExport.run(all.toArray(String[]::new), environment, out.stream(), err.stream());
    }

    private int run(Sandbox sandbox, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--key",
                Files.writeString(directory.resolve("key.pem"), sandbox.demoPrivateKey())
                        .toString(),
                "--certificate",
                Files.writeString(directory.resolve("cert.pem"), sandbox.demoCertificate())
                        .toString()));
        all.addAll(Arrays.asList(args));
        return run(sandbox.environment(), all.toArray(String[]::new));
    }

    private static Sandbox sandbox() {
        Sandbox sandbox = Sandbox.builder().jobDuration(Duration.ZERO).start();
        sandbox.udm().useCertificate(sandbox.demoCertificate());
        return sandbox;
    }

    private Path file(String name) {
        return directory.resolve(DAY).resolve(name);
    }

    @Test
    void writesJsonLinesAndCsvPerEntityType() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox, "--attachments")).as(err.text()).isZero();

            List<String> lines = Files.readAllLines(file("Interaction.jsonl"));
            List<String> rows = Files.readAllLines(file("Interaction.csv"));
            assertThat(lines).hasSize(200).allMatch(line -> line.startsWith("{\"ixnId\":"));
            assertThat(rows).hasSize(201);
            assertThat(rows.get(0)).startsWith("ixnId,mediaTypeId,");
            assertThat(rows.get(1)).contains(",\"Hello, this is Ana. Where is my order?\"");
            assertThat(Files.readAllLines(file("Attachment.jsonl"))).hasSize(200);
            assertThat(Files.readAllLines(file("Attachment.csv"))).hasSize(201);
            assertThat(out.text())
                    .contains(DAY + " CREATE", DAY + " DONE", "done: job 1: 1 file, ")
                    .contains("Interaction=200");
            sandbox.assertNoViolations();
        }
    }

    @Test
    void runTwiceItDoesNothingTheSecondTime() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox)).as(err.text()).isZero();
            byte[] csv = Files.readAllBytes(file("Interaction.csv"));
            sandbox.clearRequests();

            assertThat(run(sandbox)).isZero();
            assertThat(sandbox.requests()).isEmpty();
            assertThat(out.text()).contains("was done already: job 1");
            assertThat(file("Interaction.csv")).hasBinaryContent(csv);
        }
    }

    @Test
    void aFailureIsOneLineAndTheNextRunGoesOn() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            sandbox.faults().on("downloadFileV10").status(404);
            assertThat(run(sandbox)).isEqualTo(1);
            assertThat(err.text().lines().filter(line -> line.startsWith("Failed: ")))
                    .hasSize(1);
            assertThat(file("Interaction.csv")).doesNotExist();

            assertThat(run(sandbox)).as(err.text()).isZero();
            assertThat(file("Interaction.csv")).exists();
            assertThat(sandbox.udm().jobIds()).hasSize(1);
        }
    }

    @Test
    void startsOverWhenItIsToldTo() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox)).as(err.text()).isZero();
            assertThat(run(sandbox, "--start-over")).as(err.text()).isZero();
            assertThat(sandbox.udm().jobIds()).hasSize(2);
        }
    }

    @Test
    void needsNoAccountForATrial() throws IOException {
        assertThat(run(Map.of())).as(err.text()).isZero();
        assertThat(out.text()).contains("embedded sandbox");
        try (Stream<Path> files = Files.list(directory.resolve(DAY))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("Interaction.csv", "Interaction.jsonl")
                    .noneMatch(name -> name.endsWith(".new") || name.endsWith(".pem"));
        }
    }

    @Test
    void wrongUseIsNamed() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox.environment())).isEqualTo(2);
            assertThat(err.text()).contains("--key and --certificate are required");
            assertThat(run(sandbox, "--timeout", "0")).isEqualTo(2);
            assertThat(err.text()).contains("--timeout must be 1 or more");
            assertThat(run(sandbox, "--day", "2999-01-01")).isEqualTo(2);
            assertThat(run(sandbox, "--nonsense")).isEqualTo(2);
            assertThat(run(sandbox, "--help")).isZero();
            assertThat(out.text()).contains("--start-over", "Exit codes:", "CX_KEY_PASSWORD");
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void columnsAreThoseOfAllRecordsAndCellsAreQuotedWhereTheyMustBe() throws IOException {
        NightlyExport.EntityFiles files = new NightlyExport.EntityFiles(directory);
        files.begin();
        files.accept(contact(1, object().put("Id", 1).put("name", "a \"b\", c")));
        files.accept(contact(2, object().put("id", 2).put("note", "two\nlines")));
        files.accept(new ExportRecord("../odd/name?.json", 1, object().putNull("x")));
        files.complete();

        assertThat(directory.resolve("Contact.csv"))
                .hasContent("Id,name,note\r\n1,\"a \"\"b\"\", c\",\r\n2,,\"two\nlines\"\r\n");
        assertThat(directory.resolve("name_.csv")).hasContent("x\r\n\r\n");
        assertThat(directory.resolve("Contact.csv.new")).doesNotExist();
    }

    private static ExportRecord contact(long number, ObjectNode fields) {
        return new ExportRecord("Contact-1.json", number, fields);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
