package io.github.multicloudcx.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SubmitTasksTest {
    private final Output out = new Output();
    private final Output err = new Output();

    @TempDir
    Path directory;

    private int run(Map<String, String> environment, byte[] input, String... args) {
        List<String> all = new ArrayList<>(List.of("--rate", "1000"));
        all.addAll(Arrays.asList(args));
        return SubmitTasks.run(
                all.toArray(String[]::new), environment, new ByteArrayInputStream(input), out.stream(), err.stream());
    }

    private int run(Sandbox sandbox, String input, String... args) {
        return run(sandbox.environment(), input.getBytes(UTF_8), args);
    }

    @Test
    void everyCaseIsCreatedAndAnotherRunLeavesItAlone() throws IOException {
        String cases =
                "\ufeffid,subject,note\r\n1,\"a \"\"quoted\"\", text\",\"two\r\nlines\"\r\n\r\nex/t 2,Grüße,\r\n";
        Path report = directory.resolve("report.csv");
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox, cases, "-", "--report", report.toString()))
                    .as(err.text())
                    .isZero();
            assertThat(report).hasContent("id,outcome,reason\n1,created,\nex/t 2,created,\n");
            assertThat(run(sandbox, cases, "-", "--report", report.toString())).isZero();
            assertThat(report).hasContent("id,outcome,reason\n1,exists,\nex/t 2,exists,\n");
            List<JsonNode> created = sandbox.nexus().interactions("cases");
            assertThat(created).hasSize(2);
            assertThat(created.stream()
                            .filter(each -> each.path("externalId").asText().equals("1")))
                    .hasSize(1)
                    .allSatisfy(each -> {
                        assertThat(each.at("/userData/subject").asText()).isEqualTo("a \"quoted\", text");
                        assertThat(each.at("/userData/note").asText()).isEqualTo("two\r\nlines");
                    });
            assertThat(out.text().lines())
                    .containsExactly(
                            "2 of 2",
                            "2 created, 0 were there, 0 failed",
                            "2 of 2",
                            "0 created, 2 were there, 0 failed");
            sandbox.assertNoViolations();
        }
    }

    @Test
    void lostAnswersCreateNothingTwiceAndAFailureDoesNotStopTheOthers() {
        StringBuilder cases = new StringBuilder("case,x\n");
        for (int i = 0; i < 50; i++) {
            cases.append(i).append(",y\n");
        }
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.faults().on("createOpenMediaInteraction").times(3).status(400);
            sandbox.faults().on("createOpenMediaInteraction").loseAnswer();
            assertThat(run(sandbox, cases.toString(), "-", "--id", "case", "--service", "s", "--concurrency", "1"))
                    .isEqualTo(1);
            assertThat(err.text().lines())
                    .hasSize(3)
                    .allMatch(line -> line.startsWith("Failed: ") && line.contains("400 "));
            assertThat(out.text()).contains("46 created, 1 were there, 3 failed");
            assertThat(run(sandbox, cases.toString(), "-", "--id", "case", "--service", "s"))
                    .isZero();
            assertThat(out.text()).contains("3 created, 47 were there, 0 failed");
            assertThat(sandbox.nexus().interactions("s")).hasSize(50);
        }
    }

    @Test
    void withoutADeploymentItShowsHowItGoes() {
        assertThat(run(Map.of(), new byte[0])).isZero();
        assertThat(out.text()).contains("using an embedded sandbox", "2 created, 0 were there, 0 failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the header has no column id | name,x@1,2",
                "record 2: 3 fields where the header has 2 | id,x@1,2@2,3,4",
                "record 1: 1 fields where the header has 2 | id,x@1",
                "record 2: the column id is empty | id,x@1,2@ ,3",
                "record 2: the id 1 was there before | id,x@1,2@1,3",
            })
    void aTableThatMakesNoSenseIsRefusedBeforeAnythingIsSent(String words, String table) {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox, table.replace('@', '\n'), "-")).isEqualTo(2);
            assertThat(err.text()).startsWith("Wrong use: ").contains(words);
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadOrIsWrongIsSaid() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            Path latin = Files.write(directory.resolve("latin.csv"), new byte[] {'i', 'd', '\n', (byte) 0xe4, '\n'});
            assertThat(run(sandbox, "", latin.toString())).isEqualTo(2);
            assertThat(run(sandbox, "", directory.resolve("none.csv").toString()))
                    .isEqualTo(2);
            assertThat(run(sandbox, "")).isEqualTo(2);
            assertThat(run(sandbox, "id\n1\n", "-", "--concurrency", "0")).isEqualTo(2);
            assertThat(run(sandbox, "id\n1\n", "-", "--rate", "x")).isEqualTo(2);
            assertThat(run(sandbox, "", "--help")).isZero();
            assertThat(err.text().lines()).hasSize(5).allMatch(line -> line.startsWith("Wrong use: "));
            assertThat(sandbox.requests()).isEmpty();
        }
    }
}
