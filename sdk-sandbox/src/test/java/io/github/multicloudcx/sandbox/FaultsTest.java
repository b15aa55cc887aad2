package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String VERSION = "/udm/v10/version";

    private final Sandbox sandbox = Jobs.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private FaultBuilder fault() {
        return sandbox.faults().on("getVersionV10");
    }

    private HttpResponse<String> version() {
        return Web.signedIn(sandbox).get(VERSION);
    }

    @Test
    void meet_their_operation_once_unless_told_otherwise() {
        fault().status(503);
        assertThat(sandbox.faults().pending()).isEqualTo(1);

        assertThat(Web.signedIn(sandbox).get("/udm/v10/cipher").statusCode()).isEqualTo(200);
        assertThat(version().statusCode()).isEqualTo(503);
        assertThat(version().statusCode()).isEqualTo(200);
        assertThat(sandbox.faults().pending()).isZero();
    }

    @Test
    void let_requests_through_first_and_repeat() {
        fault().after(1).times(2).status(500);

        assertThat(version().statusCode()).isEqualTo(200);
        assertThat(version().statusCode()).isEqualTo(500);
        assertThat(version().statusCode()).isEqualTo(500);
        assertThat(version().statusCode()).isEqualTo(200);
    }

    @Test
    void are_used_in_the_order_in_which_they_were_asked_for() {
        fault().status(500).on("getVersionV10").status(502);

        assertThat(version().statusCode()).isEqualTo(500);
        assertThat(version().statusCode()).isEqualTo(502);
    }

    @Test
    void need_an_operation_that_exists() {
        assertThatThrownBy(() -> sandbox.faults().on("getVersion"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The contract has no operation getVersion");
    }

    @Test
    void can_be_dropped() {
        sandbox.faults().onAny().times(5).status(500);

        sandbox.faults().clear();

        assertThat(version().statusCode()).isEqualTo(200);
    }

    @Test
    void are_not_used_up_by_a_request_that_breaks_the_contract() {
        fault().status(503);

        assertThat(Web.signedIn(sandbox).get(VERSION + "?x=1").statusCode()).isEqualTo(400);
        assertThat(sandbox.faults().pending()).isEqualTo(1);
    }

    @Test
    void for_any_operation_meet_all_of_the_gateway() {
        sandbox.faults().onAny().times(2).emptyBody(500);

        assertThat(version().body()).isEmpty();
        assertThat(Web.signedIn(sandbox).get("/unknown").statusCode()).isEqualTo(500);
    }

    @Test
    void answer_a_given_status_type_and_body() {
        fault().body(418, "text/plain", "teapot");

        HttpResponse<String> response = version();

        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(response.body()).isEqualTo("teapot");
    }

    @Test
    void answer_retry_after() {
        fault().retryAfter(429, "Wed, 21 Oct 2026 07:28:00 GMT");

        assertThat(version().headers().firstValue("Retry-After")).hasValue("Wed, 21 Oct 2026 07:28:00 GMT");
    }

    @Test
    void answer_an_html_page_a_spring_page_and_an_envelope() {
        fault().html(502).on("getVersionV10").spring(500).on("getVersionV10").envelope(200, 500, "Resource not found");

        assertThat(version().body()).startsWith("<!doctype html>");
        HttpResponse<String> spring = version();
        assertThat(Web.json(spring).path("status").isNumber()).isTrue();
        assertThat(Web.json(spring).has("timestamp")).isTrue();
        HttpResponse<String> envelope = version();
        assertThat(envelope.statusCode()).isEqualTo(200);
        assertThat(envelope.body()).isEqualTo("{\"status\":{\"code\":500,\"message\":\"Resource not found\"}}");
    }

    @Test
    void answer_the_two_other_kinds_of_403() {
        fault().gatewayForbidden().on("getVersionV10").forbidden603();

        assertThat(version().body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(version().body()).contains("603");
    }

    @Test
    void cut_json_in_half() {
        fault().truncatedJson();

        String body = version().body();

        assertThat(body).startsWith("{").doesNotEndWith("}");
    }

    @Test
    void answer_a_huge_body_that_is_one_json_string() {
        fault().hugeBody(200_000);

        HttpResponse<String> response = version();

        assertThat(response.body()).hasSize(200_000).startsWith("\"xx").endsWith("xx\"");
        assertThat(Web.json(response).isTextual()).isTrue();
    }

    @Test
    void reset_the_connection_before_an_answer() {
        fault().times(10).resetBeforeAnswer();

        assertThatThrownBy(this::version).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.requests("getVersionV10"))
                .first()
                .extracting(RecordedRequest::status)
                .isEqualTo(0);
    }

    @Test
    void lose_the_answer_to_what_was_carried_out() {
        sandbox.faults().on("createExportJobV4").loseAnswer();

        assertThatThrownBy(() -> Jobs.create(sandbox, "/udm/v4", Jobs.v4("a")))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(sandbox.udm().jobIds()).containsExactly(1L);
        assertThat(sandbox.requests("createExportJobV4"))
                .singleElement()
                .extracting(RecordedRequest::status)
                .isEqualTo(0);
    }

    @Test
    void reset_the_connection_in_the_middle_of_the_body() {
        byte[] content = new byte[300_000];
        sandbox.udm().addFile("big.bin", content);
        sandbox.faults().onStorage().resetAfterBytes(100_000);
        String link = link("big.bin");

        assertThatThrownBy(() -> Web.bare(sandbox).bytes("GET", link)).isInstanceOf(UncheckedIOException.class);
        assertThat(Web.bare(sandbox).bytes("GET", link).body()).isEqualTo(content);
    }

    @Test
    void a_reset_beyond_the_end_of_the_body_changes_nothing() {
        fault().resetAfterBytes(1_000_000);

        assertThat(version().statusCode()).isEqualTo(200);
    }

    @Test
    void let_an_answer_come_late() {
        fault().latency(Duration.ofMillis(50));
        long start = System.nanoTime();

        assertThat(version().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void withhold_an_answer_until_the_sandbox_closes() {
        fault().times(10).hang();
        CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(this::version);
        while (sandbox.requests("getVersionV10").isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(call).isNotDone();

        sandbox.close();

        // a server that is about to stop may still say so
        HttpResponse<String> answer = call.exceptionally(broken -> null).join();
        assertThat(answer == null || answer.statusCode() >= 500).isTrue();
    }

    @Test
    void expire_the_token_of_the_caller() {
        sandbox.faults().on("getCertificateV10").expiredToken();
        Web web = Web.signedIn(sandbox);
        Web other = Web.signedIn(sandbox);

        assertThat(web.get("/udm/v10/cipher").statusCode()).isEqualTo(401);
        assertThat(web.get("/udm/v10/cipher").statusCode()).isEqualTo(401);
        assertThat(other.get("/udm/v10/cipher").statusCode()).isEqualTo(200);
    }

    @Test
    void expire_a_presigned_link() {
        sandbox.udm().addFile("a.bin", new byte[] {1});
        sandbox.faults().onStorage().expiredLink();

        HttpResponse<byte[]> response = Web.bare(sandbox).bytes("GET", link("a.bin"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("<Error><Code>");
    }

    private String link(String name) {
        return Web.location(Web.signedIn(sandbox).get("/udm/v10/files/" + name));
    }
}
