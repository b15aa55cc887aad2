package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SandboxMainTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    private int run(String... args) throws InterruptedException {
        return SandboxMain.run(
                List.of(args),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8),
                new CountDownLatch(0));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String complaint() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    @Test
    void prints_the_variables_to_set() throws Exception {
        assertThat(run("--job-duration", "1")).isZero();

        assertThat(lines().get(0)).matches("export CX_BASE_URL=http://127\\.0\\.0\\.1:\\d+");
        assertThat(lines())
                .contains(
                        "export CX_API_KEY=sandbox-api-key",
                        "export CX_CLIENT_ID=sandbox-client",
                        "export CX_CLIENT_SECRET=sandbox-client-secret",
                        "# architect: client architect-client, secret architect-secret,"
                                + " organization b7c1d2e3-0f4a-4b5c-8d6e-7f8091a2b3c4");
        assertThat(lines()).allMatch(line -> line.startsWith("export ") || line.startsWith("# "));
    }

    @Test
    void listens_where_it_is_told_to() throws Exception {
        int port;
        try (Sandbox sandbox = Sandbox.start()) {
            port = sandbox.baseUrl().getPort();
        }

        assertThat(run("--port", Integer.toString(port))).isZero();

        assertThat(lines()).contains("export CX_BASE_URL=http://127.0.0.1:" + port);
    }

    @Test
    void says_in_one_line_that_a_port_is_taken() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            int port = sandbox.storageUrl().getPort();

            assertThat(run("--storage-port", Integer.toString(port))).isEqualTo(1);
            assertThat(complaint().lines()).hasSize(1).allMatch(line -> line.contains("cannot open its ports"));
        }
    }

    @Test
    void explains_itself() throws Exception {
        assertThat(run("--help")).isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("--port", "--storage-port", "--job-duration")
                .contains("/auth/v3/oauth/token", "file=@certificate.pem", "openssl smime -decrypt");
    }

    @Test
    void refuses_what_it_does_not_understand_in_one_line() throws Exception {
        assertThat(run("--prot", "1")).isEqualTo(2);
        assertThat(run("--port", "70000")).isEqualTo(2);
        assertThat(run("--job-duration")).isEqualTo(2);

        assertThat(complaint().lines())
                .containsExactly(
                        "Unknown option --prot (try --help)",
                        "--port needs a number from 0 to 65535, not 70000 (try --help)",
                        "--job-duration needs a number from 0 to 86400 (try --help)");
    }
}
