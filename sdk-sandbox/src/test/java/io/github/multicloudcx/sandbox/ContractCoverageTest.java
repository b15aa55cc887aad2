package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCoverageTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... args) {
        return ContractCoverage.run(List.of(args), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void knows_all_134_operations() {
        assertThat(ContractCoverage.documentedOperations())
                .hasSize(134)
                .contains("retrieveToken", "createExportJobV10", "patchFlow", "cometdHandshake");
    }

    @Test
    void counts_each_documented_operation_once(@TempDir Path folder) throws Exception {
        Path one = Files.writeString(folder.resolve("one"), "ping\ngetExportJobV10\nunheardOf\n");
        Path other = Files.writeString(folder.resolve("other"), "ping\r\n\r\n");

        assertThat(run(
                        one.toString(),
                        other.toString(),
                        folder.resolve("missing").toString()))
                .isZero();
        assertThat(lines()).containsExactly("Contract coverage: 2/134 operations");
    }

    @Test
    void lists_what_a_finished_selection_lacks(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("exercised"), "ping\n");

        assertThat(run("--finished", "auth.yaml:*ing", "--finished", "udm.yaml:getVersion*", file.toString()))
                .isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        "Contract coverage: 1/134 operations",
                        "Finished, but not exercised:",
                        "  getVersionV10",
                        "  getVersionV3");
    }

    @Test
    void a_whole_file_can_be_finished() {
        assertThat(run("--finished", "recording.yaml")).isEqualTo(1);
        assertThat(lines()).contains("  postRecordingOperation");
    }

    @Test
    void a_selection_of_nothing_is_a_mistake() {
        assertThat(run("--finished", "udm.yaml:*V11")).isEqualTo(2);
        assertThat(run("--finished")).isEqualTo(2);
        assertThat(lines()).first().isEqualTo("--finished udm.yaml:*V11 selects no operation");
    }
}
