package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportContactsTest {
    @TempDir
    private Path directory;

    private final Output out = new Output();
    private final Output err = new Output();

    private int run(Map<String, String> environment, String... args) {
        return ExportContacts.run(args, environment, out.stream(), err.stream());
    }

    @Test
    void needsNoAccountAndReportsNameSizeAndDigest() throws IOException, GeneralSecurityException {
        int code = run(Map.of(), "--output", directory.toString());

        assertThat(code).as(err.text()).isZero();
        Path file = onlySmimeFile();
        byte[] content = Files.readAllBytes(file);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(out.text())
                .contains("using an embedded sandbox", "Certificate: ", "(uploaded)", "Job:         1 ")
                .contains(
                        "File:        " + file, "Size:        " + content.length + " bytes", "SHA-256:     " + digest);
        assertThat(err.text()).contains("Waiting", "100%", "Loading");
        assertThat(out.text()).contains("Inside:      200 x Contact").contains("{ContactId=");
        assertThat(new String(content, StandardCharsets.US_ASCII)).contains("enveloped-data");
    }

    private Path onlySmimeFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().endsWith(".pem"))
                    .reduce((one, other) -> {
                        throw new AssertionError("more than one file: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }

    @Test
    void runsAgainstTheDeploymentOfTheEnvironmentWithTheCertificateThatIsThere() {
        try (Sandbox sandbox =
                Sandbox.builder().jobDuration(Duration.ofMillis(1)).start()) {
            sandbox.udm().useCertificate(sandbox.demoCertificate());
            int code = run(sandbox.environment(), "--output", directory.toString(), "--title", "From outside");
            assertThat(code).as(err.text()).isZero();
            assertThat(out.text()).contains("Deployment:  " + sandbox.baseUrl(), "\"From outside\"", "SHA-256");
            assertThat(out.text()).doesNotContain("uploaded", "embedded");
            sandbox.assertNoViolations();
        }
    }

    @Test
    void opensTheFileWhenThereIsAKey() throws IOException {
        try (Sandbox sandbox =
                Sandbox.builder().jobDuration(Duration.ofMillis(1)).start()) {
            Path certificate = Files.writeString(directory.resolve("own.pem"), sandbox.demoCertificate());
            Path key = Files.writeString(directory.resolve("key.pem"), sandbox.demoPrivateKey());
            String[] options = {
                "--output", directory.toString(), "--certificate", certificate.toString(), "--key", key.toString()
            };
            assertThat(run(sandbox.environment(), options)).as(err.text()).isZero();
            assertThat(out.text()).contains("Inside:      200 x Contact");

            Path garbage = Files.writeString(directory.resolve("garbage.pem"), "garbage");
            options[5] = garbage.toString();
            assertThat(run(sandbox.environment(), options)).isEqualTo(1);
            assertThat(err.text()).contains("Failed: " + garbage + " holds no private key");
        }
    }

    @Test
    void aTenantWithoutCertificateIsAnErrorThatNamesTheOption() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox.environment(), "--output", directory.toString()))
                    .isEqualTo(2);
            assertThat(err.text()).contains("no certificate yet", "--certificate");
        }
    }

    @Test
    void wrongCredentialsEndInOneLineWithoutTheSecret() {
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> environment = new HashMap<>(sandbox.environment());
            environment.put("CX_CLIENT_SECRET", "wrong-secret-value");
            assertThat(run(environment, "--output", directory.toString())).isEqualTo(1);
            assertThat(err.text().lines().filter(line -> line.startsWith("Failed: Could not sign in")))
                    .hasSize(1);
            assertThat(err.text()).contains("check client id and client secret").doesNotContain("wrong-secret-value");
        }
    }

    @Test
    void aDeploymentThatIsNotThereEndsInOneLine() {
        Map<String, String> environment = Map.of("CX_BASE_URL", "http://127.0.0.1:1", "CX_ACCESS_TOKEN", "any-token");
        assertThat(run(environment, "--output", directory.toString())).isEqualTo(1);
        assertThat(err.text()).startsWith("Failed: No connection to http://127.0.0.1:1 (connection refused)");
    }

    @Test
    void missingVariablesAndWrongOptionsAreWrongUse() {
        assertThat(run(
                        Map.of("CX_BASE_URL", "http://127.0.0.1:1", "CX_CLIENT_ID", "a"),
                        "--output",
                        directory.toString()))
                .isEqualTo(2);
        assertThat(err.text()).contains("CX_CLIENT_SECRET is not set");
        assertThat(run(Map.of(), "--nonsense")).isEqualTo(2);
        assertThat(err.text()).contains("Unknown option: '--nonsense'");
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsWrongUse() {
        int code = run(Map.of(), "--output", directory.toString(), "--from", "2026-02-02", "--to", "2026-02-01");
        assertThat(code).isEqualTo(2);
        assertThat(err.text()).startsWith("Wrong use: --to must be after --from");
    }

    @Test
    void whatIsWrongOnThisSideIsFoundBeforeAnythingIsChangedOnTheOther() throws IOException {
        Path file = Files.writeString(directory.resolve("plain"), "no directory");
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(
                            sandbox.environment(),
                            "--output",
                            file.resolve("sub").toString()))
                    .isEqualTo(2);
            assertThat(run(sandbox.environment(), "--output", directory.toString(), "--timeout", "0"))
                    .isEqualTo(2);
            assertThat(err.text()).contains("Wrong use: cannot write to --output", "Wrong use: --timeout must be");
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateThatIsNoneIsWrongUseAlsoInTheSandbox() throws IOException {
        Path garbage = Files.writeString(directory.resolve("garbage.pem"), "garbage");
        assertThat(run(Map.of(), "--output", directory.toString(), "--certificate", garbage.toString()))
                .isEqualTo(2);
        assertThat(err.text()).startsWith("Wrong use: ");
    }

    @Test
    void goesOnWithAJobThatAnEarlierRunCreated() {
        try (Sandbox sandbox =
                Sandbox.builder().jobDuration(Duration.ofMillis(1)).start()) {
            sandbox.udm().useCertificate(sandbox.demoCertificate());
            assertThat(run(sandbox.environment(), "--output", directory.toString()))
                    .isZero();
            int code = run(sandbox.environment(), "--output", directory.toString(), "--job", "1");
            assertThat(code).as(err.text()).isZero();
            assertThat(sandbox.requests("createExportJobV10")).hasSize(1);
        }
    }

    @Test
    void aPageInPlaceOfTheFileIsAFailure() {
        try (Sandbox sandbox =
                Sandbox.builder().jobDuration(Duration.ofMillis(1)).start()) {
            sandbox.udm().useCertificate(sandbox.demoCertificate());
            sandbox.faults().onStorage().html(200);
            assertThat(run(sandbox.environment(), "--output", directory.toString()))
                    .isEqualTo(1);
            assertThat(err.text()).contains("HTML page where the file was due");
        }
    }

    @Test
    void helpListsOptionsExitCodesAndVariables() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.text()).contains("--certificate", "--output", "Exit codes:", "CX_BASE_URL", "CX_TOKEN_FILE");
    }
}
