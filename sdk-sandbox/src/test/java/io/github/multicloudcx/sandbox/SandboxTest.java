package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxTest {
    @Test
    void has_two_loopback_origins_on_different_ports() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(sandbox.baseUrl().toString()).startsWith("http://127.0.0.1:");
            assertThat(sandbox.storageUrl().toString()).startsWith("http://127.0.0.1:");
            assertThat(sandbox.storageUrl()).isNotEqualTo(sandbox.baseUrl());
        }
    }

    @Test
    void names_the_environment_variables_in_order() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(sandbox.environment().keySet())
                    .containsExactly("CX_BASE_URL", "CX_API_KEY", "CX_CLIENT_ID", "CX_CLIENT_SECRET");
            assertThat(sandbox.environment()).containsEntry("CX_CLIENT_ID", sandbox.clientId());
        }
    }

    @Test
    void leaves_the_api_key_out_when_there_is_none() {
        try (Sandbox sandbox = Sandbox.builder().apiKey(null).start()) {
            assertThat(sandbox.environment()).doesNotContainKey("CX_API_KEY");
            assertThatThrownBy(sandbox::apiKey).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void records_requests_with_headers_in_any_case_and_the_matched_operation() {
        try (Sandbox sandbox = Sandbox.start()) {
            Web.signedIn(sandbox).get("/udm/v10/export/jobs?title=a%20b");

            RecordedRequest request = sandbox.requests().get(0);
            assertThat(request.origin()).isEqualTo("gateway");
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.path()).isEqualTo("/udm/v10/export/jobs");
            assertThat(request.query()).isEqualTo("title=a%20b");
            assertThat(request.header("X-API-KEY")).isEqualTo(sandbox.apiKey());
            assertThat(request.headers().get("accept")).containsExactly("application/json");
            assertThat(request.operationId()).isEqualTo("listExportJobsV10");
            assertThat(request.status()).isEqualTo(204);
            assertThat(request.toString()).doesNotContain(sandbox.apiKey());
        }
    }

    @Test
    void forgets_requests_when_told_to() {
        try (Sandbox sandbox = Sandbox.start()) {
            Web.signedIn(sandbox).get("/udm/v10/version");
            assertThat(sandbox.requests("getVersionV10")).hasSize(1);

            sandbox.clearRequests();

            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void counts_an_operation_as_exercised_only_for_the_sdk_and_only_without_violations() {
        try (Sandbox sandbox = Sandbox.start()) {
            Web.signedIn(sandbox).with("User-Agent", "curl/8").get("/udm/v10/data/sources");
            Web.signedIn(sandbox).get("/udm/v10/data/types?wrong=1");
            Web.keyed(sandbox).get("/udm/v10/cipher");
            Web.signedIn(sandbox).get("/udm/v10/version");
            Web.bare(sandbox)
                    .with("User-Agent", "Mozilla/5.0")
                    .get("/auth/v3/oauth/authorize?client_id=x&redirect_uri=y&response_type=code");

            assertThat(sandbox.exercisedOperations()).containsExactly("authorize", "getVersionV10");
        }
    }

    @Test
    void does_not_count_a_faulty_answer_as_exercised() {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.faults().on("getVersionV10").status(503);

            Web.signedIn(sandbox).get("/udm/v10/version");

            assertThat(sandbox.exercisedOperations()).isEmpty();
        }
    }

    @Test
    void several_sandboxes_do_not_disturb_each_other() {
        try (Sandbox one = Sandbox.start();
                Sandbox other = Sandbox.start()) {
            String tokenOfOne = one.oauth().accessToken();

            int status = Web.keyed(other)
                    .with("Authorization", "Bearer " + tokenOfOne)
                    .get("/udm/v10/cipher")
                    .statusCode();

            assertThat(status).isEqualTo(401);
            assertThat(one.requests()).isEmpty();
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void serves_many_threads_at_once() {
        try (Sandbox sandbox = Jobs.sandbox()) {
            Set<Long> ids = IntStream.range(0, 100)
                    .parallel()
                    .mapToObj(i -> Jobs.create(sandbox, Jobs.contacts("job " + i)))
                    .collect(Collectors.toSet());

            assertThat(ids).hasSize(100);
            assertThat(sandbox.udm().jobIds()).hasSize(100);
            assertThat(sandbox.requests()).hasSize(100);
            sandbox.assertNoViolations();
        }
    }

    @Test
    void leaves_no_thread_and_no_socket_behind() {
        Sandbox sandbox = Sandbox.start();
        int port = sandbox.baseUrl().getPort();
        Web.signedIn(sandbox).get("/udm/v10/version");

        sandbox.close();

        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);
        assertThat(threads(port)).isEmpty();
    }

    @Test
    void runs_on_daemon_threads_with_names_of_their_own() {
        try (Sandbox sandbox = Sandbox.start()) {
            List<Thread> threads = threads(sandbox.baseUrl().getPort());

            assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    private static List<Thread> threads(int port) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("cx-sandbox-" + port))
                .toList();
    }

    @Test
    void can_be_closed_twice() {
        Sandbox sandbox = Sandbox.start();
        sandbox.close();
        sandbox.close();
    }

    @Test
    void says_when_a_port_is_taken() {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxBuilder builder = Sandbox.builder().port(sandbox.baseUrl().getPort());

            assertThatThrownBy(builder::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot open its ports");
        }
    }

    @Test
    void masks_secrets() {
        assertThat(OAuthClient.of("id", "geheim").toString())
                .doesNotContain("geheim")
                .contains("id");
        assertThat(SandboxUser.exporter("me", "geheim").toString())
                .doesNotContain("geheim")
                .contains("me");
    }

    @Test
    void the_demo_certificate_is_made_once() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(sandbox.demoCertificate())
                    .startsWith("-----BEGIN CERTIFICATE-----\n")
                    .isEqualTo(sandbox.demoCertificate());
            assertThat(sandbox.demoPrivateKey()).startsWith("-----BEGIN PRIVATE KEY-----\n");
        }
    }

    @Test
    void a_clock_does_not_go_back() {
        SandboxClock clock = SandboxClock.system();

        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
