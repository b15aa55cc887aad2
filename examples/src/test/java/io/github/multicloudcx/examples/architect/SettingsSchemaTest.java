package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsSchemaTest {
    @TempDir
    Path directory;

    @Test
    void theSampleOfTheTutorialFits() {
        assertThat(SettingsSchema.standard()
                        .violations(Json.of("{'orgId':'00000000-0000-0000-0000-000000000000',"
                                + "'flowId':'a1b2c3d4-e5f6-7890-abcd-ef1234567890','version':15,'settings':{"
                                + "'routing':{'type':'longestAvailable','maxWaitTime':600,'scope':{'type':'org','id':'x'}},"
                                + "'configurationMatrix':{'parameter_01':{'key':'queue_affinity','value':true}},"
                                + "'scopeDirectives':{'applyTo':['queue'],'enforceHierarchy':true},'other':[1]}}")))
                .isEmpty();
    }

    @Test
    void everyViolationIsNamedInTheOrderOfItsPlace() {
        assertThat(SettingsSchema.standard()
                        .violations(Json.of("{'orgId':'ORG','version':-1,'settings':{'routing':{'scope':{'id':7}},"
                                + "'scopeDirectives':{'applyTo':'queue','enforceHierarchy':'yes'}}}")))
                .extracting(SchemaViolation::toString)
                .containsExactly(
                        "/flowId is required",
                        "/orgId does not match the regex pattern"
                                + " ^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$",
                        "/settings/routing/scope/id integer found, string expected",
                        "/settings/scopeDirectives/applyTo string found, array expected",
                        "/settings/scopeDirectives/enforceHierarchy string found, boolean expected",
                        "/version must have a minimum value of 0");
    }

    @Test
    void anotherSchemaCanBeUsed() throws IOException {
        Path file = Files.writeString(
                directory.resolve("s.json"),
                "{\"properties\":{\"settings\":{\"additionalProperties\":false,\"properties\":{\"a\":{\"enum\":[1,2]}}}}}");
        assertThat(SettingsSchema.read(file).violations(Json.of("{'settings':{'a':3,'b/c':1}}")))
                .extracting(SchemaViolation::toString)
                .containsExactly(
                        "/settings/a does not have a value in the enumeration [1, 2]", "/settings/b~1c is not allowed");
    }

    @Test
    void namesAreEscapedAndDoNotMixWithTheMessage() throws IOException {
        Path file = Files.writeString(
                directory.resolve("s.json"),
                "{\"additionalProperties\":{\"type\":\"integer\"},\"properties\":{\"l\":{\"items\":{\"type\":\"integer\"}}}}");
        assertThat(SettingsSchema.read(file).violations(Json.of("{'a/b':'x','q: r~':'y','l':[1,'z']}")))
                .extracting(SchemaViolation::toString)
                .containsExactly(
                        "/a~1b string found, integer expected",
                        "/l/1 string found, integer expected",
                        "/q: r~0 string found, integer expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|is not a JSON schema:",
                "'{'|is not JSON (line 1)",
                "{\"type\":5}|is not a JSON schema: /type",
                "{\"properties\":{\"a\":{\"pattern\":\"[\"}}}|s.json is not",
                "{\"$ref\":\"http://localhost:1/s.json\"}|is not a usable JSON schema:",
                "{\"$ref\":\"#/$defs/absent\"}|is not a usable JSON schema:",
            })
    void whatIsNoSchemaIsRefusedInOneLine(String text, String problem) throws IOException {
        Path file = Files.writeString(directory.resolve("s.json"), text);
        assertThatThrownBy(() -> SettingsSchema.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + "")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> SettingsSchema.read(directory.resolve("absent.json")))
                .isInstanceOf(IOException.class);
    }
}
