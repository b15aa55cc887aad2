package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class UpdateFlowSettingsTest {
    private static final String FLOW = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

    private final Output out = new Output();
    private final Output err = new Output();

    @TempDir
    Path directory;

    private Path audit() {
        return directory.resolve("audit.jsonl");
    }

    private int run(Map<String, String> environment, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--who", "jane"));
        return UpdateFlowSettings.run(all.toArray(String[]::new), environment, out.stream(), err.stream());
    }

    private int run(Sandbox sandbox, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--interval", "0", "--audit", audit().toString()));
        return run(environment(sandbox), all.toArray(String[]::new));
    }

    private static Map<String, String> environment(Sandbox sandbox) {
        return Map.of(
                "CX_BASE_URL_ARCHITECT", sandbox.baseUrl().toString(),
                "CX_CLIENT_ID", sandbox.architect().clientId(),
                "CX_CLIENT_SECRET", sandbox.architect().clientSecret());
    }

    private String change(Sandbox sandbox, String settings) throws IOException {
        return Files.writeString(
                        directory.resolve("change.yaml"),
                        "flow: Primary Architecture Flow\norganizationId: "
                                + sandbox.architect().organizationId() + "\nsettings: " + settings + "\n")
                .toString();
    }

    @Test
    void theEmbeddedSandboxShowsAllThree() {
        assertThat(run(Map.of(), "--dry-run")).as(err.text()).isZero();
        assertThat(out.text())
                .contains("Using an embedded sandbox.")
                .contains("Would change flow \"Primary Architecture Flow\" (" + FLOW + "), version 14:")
                .contains("  + /routing/maxWaitTime: 600\n")
                .contains("Dry run: this was not sent.");
        assertThat(run(Map.of())).isZero();
        assertThat(out.text()).contains("Changed flow \"Primary Architecture Flow\" (" + FLOW + "), version 15:");
        assertThat(run(Map.of(), "--rollback")).isZero();
        assertThat(out.text())
                .contains("The sandbox begins anew each time, so the change is made first.")
                .contains("version 16:\n", "  - /routing/maxWaitTime: 600\n");
        assertThat(err.text()).isEmpty();
    }

    @Test
    void aChangeIsShownMadeAndTakenBack() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            String file = change(sandbox, "{routing: {maxWaitTime: 300}, db: {password: hunter2}}");
            assertThat(run(sandbox, file, "--dry-run")).isZero();
            assertThat(sandbox.architect().version(FLOW)).isEqualTo(14);
            assertThat(audit()).doesNotExist();
            assertThat(run(sandbox, file)).isZero();
            assertThat(sandbox.architect().settings(FLOW)).contains("300", "hunter2");
            assertThat(out.text())
                    .contains("  + /db/password: \"****\"")
                    .containsPattern("Audit log: \\S+audit.jsonl, update [0-9a-f-]{36}")
                    .doesNotContain("hunter2");
            assertThat(run(sandbox, file)).isZero();
            assertThat(out.text()).contains("Nothing to change in flow");
            assertThat(run(sandbox, change(sandbox, "{routing: {maxWaitTime: 900}}")))
                    .isZero();
            assertThat(run(sandbox, "--rollback", "--dry-run")).isZero();
            assertThat(out.text()).contains("  ~ /routing/maxWaitTime: 900 -> 300\n");
            assertThat(run(sandbox, "--rollback", "--flow", "Primary Architecture Flow"))
                    .isZero();
            assertThat(sandbox.architect().settings(FLOW)).contains("300").doesNotContain("900");
            assertThat(Files.readString(audit())).contains("jane").doesNotContain("hunter2");
            assertThat(err.text()).isEmpty();
            sandbox.assertNoViolations();
        }
    }

    @Test
    void whatWentWrongAfterTheChangeIsAWarning() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.faults().on("reloadFlows").status(403);
            String file = change(sandbox, "{a: 1}");
            assertThat(run(sandbox, file, "--notify", "http://localhost:1/hook"))
                    .isZero();
            assertThat(err.text())
                    .contains("Warning: the flow is changed, but not reloaded: 403")
                    .contains("Warning: the flow is changed, but webhook not told: ")
                    .doesNotContain("hook/");
        }
    }

    @Test
    void whatIsRefusedIsToldInOneLineAndWithACode() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox, change(sandbox, "{routing: {maxWaitTime: soon}}")))
                    .isEqualTo(1);
            assertThat(run(sandbox, change(sandbox, "{routing: {maxWaitTime: soon}}"), "--dry-run"))
                    .isEqualTo(1);
            assertThat(err.text().lines())
                    .containsExactly(
                            "Failed: Flow \"Primary Architecture Flow\" not changed, the update does not fit the schema:"
                                    + " /settings/routing/maxWaitTime string found, integer expected",
                            "Does not fit the schema: /settings/routing/maxWaitTime string found, integer expected");
            sandbox.faults().on("patchFlow").times(100).loseAnswer();
            sandbox.faults().on("listFlows").after(1).times(100).status(500);
            assertThat(run(sandbox, change(sandbox, "{a: 1}"))).isEqualTo(3);
            assertThat(err.text()).contains("Failed: State of flow \"Primary Architecture Flow\" unknown, look at its");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense|Unknown option",
                "--interval x|Invalid value for option '--interval'",
                "--interval -1|--interval must be 0 or more",
                "--wait -1|--wait must be 0 or more",
                "--token-form xml|Invalid value for option '--token-form'",
                "--method POST|updateMethod must be PATCH or PUT",
                "--flows-path flows|flowsPath must look like",
                "--token-url ftp://x/y|http",
                "--notify nowhere|the address of a webhook is",
                "--schema absent.json|absent.json",
                "change.txt|must end in .yaml",
                "absent.yaml|absent.yaml",
                "--rollback --flow Other|the audit log has no change of flow",
                "--rollback c.yaml|--rollback takes no file",
                "--flow X|--flow goes with --rollback",
                "--notify https://hooks.example.com/se cret|--notify is not an address",
                "--token-url se^cret|--token-url is neither a path nor an address",
            })
    void wrongUseIsCode2AndNothingIsChanged(String args, String problem) {
        try (Sandbox sandbox = Sandbox.start()) {
            List<String> all = new ArrayList<>(List.of(args.split(" (?!cret)")));
            all.addAll(List.of("--audit", audit().toString()));
            if (!args.contains("rollback") && !args.endsWith(".txt") && !args.endsWith("absent.yaml")) {
                all.add(copyOfSample());
            }
            assertThat(run(environment(sandbox), all.toArray(String[]::new))).isEqualTo(2);
            assertThat(err.text()).startsWith("Wrong use: ").contains(problem).doesNotContain("se cret", "se^cret");
            assertThat(sandbox.requests("patchFlow")).isEmpty();
        }
    }

    private String copyOfSample() {
        try (InputStream in =
                io.github.multicloudcx.examples.architect.Flow.class.getResourceAsStream("flow-change.yaml")) {
            return Files.write(directory.resolve("sample.yaml"), in.readAllBytes())
                    .toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As in a cron job that has lost a variable: it must not seem to have changed something. */
    @ParameterizedTest
    @CsvSource({"CX_CLIENT_ID,--dry-run", "CX_BASE_URL,--dry-run", "OTHER,--audit=a.jsonl", "OTHER,c.yaml"})
    void withoutAnAddressNothingIsDoneWhenARealDeploymentWasMeant(String variable, String arg) {
        assertThat(run(Map.of(variable, "x"), arg)).isEqualTo(2);
        assertThat(err.text())
                .isEqualTo("Wrong use: CX_BASE_URL_ARCHITECT is not set; --sandbox runs against an embedded sandbox\n");
    }

    @Test
    void theSandboxCanBeAskedFor() throws IOException {
        assertThat(run(
                        Map.of("CX_BASE_URL_ARCHITECT", "https://api.example.com", "CX_CLIENT_ID", "x"),
                        copyOfSample(),
                        "--sandbox",
                        "--audit",
                        audit().toString()))
                .isZero();
        assertThat(Files.readString(audit())).contains("http://127.0.0.1:");
    }

    @Test
    void whatCouldNotBeWrittenIsTold() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.onRequest(request -> {
                if ("patchFlow".equals(request.operationId())) {
                    replaceAuditByADirectory();
                }
            });
            assertThat(run(sandbox, change(sandbox, "{a: 1}"))).isEqualTo(1);
            assertThat(err.text())
                    .contains("was changed and rolled back: The audit log ")
                    .contains("And this does not stand in the audit log: ");
            assertThat(sandbox.architect().settings(FLOW)).doesNotContain("\"a\"");
        }
    }

    private void replaceAuditByADirectory() {
        try {
            Files.deleteIfExists(audit());
            Files.createDirectories(audit());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEnvironmentWithoutSecretIsNamed() {
        assertThat(run(Map.of("CX_BASE_URL_ARCHITECT", "https://api.example.com", "CX_CLIENT_ID", "x"), "c.yaml"))
                .isEqualTo(2);
        assertThat(err.text()).isEqualTo("Wrong use: CX_CLIENT_SECRET is not set\n");
    }

    @Test
    void helpShowsOptionsEnvironmentAndCodes() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.text())
                .contains("--dry-run", "--rollback", "CX_BASE_URL_ARCHITECT", "Exit codes:", "--token-url");
    }
}
