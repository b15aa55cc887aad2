package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowChangeTest {
    private static final String ORGANIZATION = "b7c1d2e3-0f4a-4b5c-8d6e-7f8091a2b3c4";

    @TempDir
    Path directory;

    @Test
    void yamlAndJsonSayTheSame() throws IOException {
        Path yaml = Files.writeString(
                directory.resolve("c.YAML"),
                "# comment\nflow: My flow\norganizationId: " + ORGANIZATION
                        + "\nsettings:\n  a: {b: 1.10, c: null, d: [x, true]}\n  on: \"yes\"\ndependsOn: [Other]\n");
        Path json = Files.writeString(
                directory.resolve("c.json"),
                "{\"flow\":\"My flow\",\"organizationId\":\"" + ORGANIZATION
                        + "\",\"settings\":{\"a\":{\"b\":1.10,\"c\":null,\"d\":[\"x\",true]},\"on\":\"yes\"},"
                        + "\"dependsOn\":[\"Other\"]}");
        FlowChange change = FlowChange.read(yaml);
        assertThat(change).isEqualTo(FlowChange.read(json));
        assertThat(change.settings().at("/a/b").decimalValue()).hasToString("1.10");
        assertThat(change.dependsOn()).containsExactly("Other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|must hold an object with flow, organizationId and settings",
                "'# only a comment'|must hold an object",
                "just a text|must hold an object",
                "settings: {a: 1}|flow is required: the exact name of the flow",
                "flow: ' '|flow is required",
                "flow: f|organizationId is required: a UUID in lower case",
                "flow: f\\norganizationId: B7C1D2E3-0F4A-4B5C-8D6E-7F8091A2B3C4|organizationId is required",
                "flow: f\\norganizationId: ORG|settings are required: an object with what is to change",
                "flow: f\\norganizationId: ORG\\nsettings: {}|settings are required",
                "flow: f\\norganizationId: ORG\\nsettings: [1]|settings are required",
                "flow: f\\norganizationId: ORG\\nsettings: {a: 1}\\ndependsOn: ['']|dependsOn must hold names of flows",
                "flow: f\\nflow: g|Duplicate",
                "flow: f\\nsettings:\\n  a: 1\\n  a: 2|Duplicate",
                "flow: f\\norganizationId: ORG\\nsettings: {a: 1}\\ndependOn: [x]|dependOn",
                "flow: [|(line ",
                "flow: f\\norganizationId: ORG\\nsettings: {a: 1}\\ndependsOn: [null]|dependsOn must hold names of flows",
                "flow: f\\nsettings:\\n  routing:\\n  other: 1|there is no value; write null to remove a setting (line 3)",
                "flow: f\\nsettings: {a: &x 1, b: *x}|anchors and aliases are not understood; write the value out (line 2)",
                "flow: f\\nsettings: {<<: {a: 1}}|anchors and aliases are not understood",
                "flow: f\\nsettings: {a: !!binary aGk=}|tags such as !!binary are not understood",
                "flow: f\\nsettings: {a: 017}|017 can be read in two ways; put it in quotes",
                "flow: f\\nsettings: {a: 1_000}|1_000 can be read in two ways",
                "flow: f\\nsettings: {a: 0x1F}|0x1F can be read in two ways",
                "flow: f\\nsettings: {a: yes}|yes can be read in two ways",
                "flow: f\\nsettings: {a: Off}|Off can be read in two ways",
                "'- a'|must hold an object",
                "flow: f\\n---\\nflow: g|(line ",
            })
    void whatIsNoChangeIsRefusedWithItsPlace(String yaml, String problem) throws IOException {
        Path file = Files.writeString(
                directory.resolve("c.yml"), yaml.replace("\\n", "\n").replace("ORG", ORGANIZATION));
        assertThatThrownBy(() -> FlowChange.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + "")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        Path file = Files.write(directory.resolve("c.yaml"), new byte[] {'f', (byte) 0xe4});
        assertThatThrownBy(() -> FlowChange.read(file)).hasMessage(file + " is not in UTF-8");
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> FlowChange.read(directory.resolve("c.txt")))
                .hasMessageEndingWith("c.txt must end in .yaml, .yml or .json");
        assertThatThrownBy(() -> FlowChange.read(directory.resolve("absent.yaml")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aChangeDoesNotChange() {
        ObjectNode settings = (ObjectNode) Json.of("{'a':1}");
        FlowChange change = new FlowChange("f", ORGANIZATION, settings, List.of());
        settings.put("a", 2);
        assertThat(change.settings().path("a").asInt()).isEqualTo(1);
    }
}
