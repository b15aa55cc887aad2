package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private final Sandbox sandbox = Sandbox.builder()
            .clock(SandboxClock.manual(Jobs.START))
            .rateLimit(3, Duration.ofSeconds(10))
            .start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_missing_api_key_is_forbidden_and_a_violation() {
        HttpResponse<String> response =
                Web.signedIn(sandbox).without("x-api-key").get("/udm/v10/cipher");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(sandbox.violations()).hasToString("[getCertificateV10: header x-api-key is missing]");
    }

    @Test
    void a_wrong_api_key_is_forbidden_but_no_violation() {
        HttpResponse<String> response =
                Web.signedIn(sandbox).with("x-api-key", "wrong").get("/udm/v10/cipher");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        sandbox.assertNoViolations();
    }

    @Test
    void without_a_gateway_no_key_is_asked_for() {
        try (Sandbox privateEdition = Sandbox.builder().apiKey(null).start()) {
            int status = Web.bare(privateEdition)
                    .with("Authorization", "Bearer " + privateEdition.oauth().accessToken())
                    .get("/udm/v10/cipher")
                    .statusCode();

            assertThat(status).isEqualTo(200);
            privateEdition.assertNoViolations();
        }
    }

    @Test
    void beyond_the_rate_limit_it_says_when_to_come_back() {
        for (int i = 0; i < 3; i++) {
            assertThat(Web.keyed(sandbox).get("/udm/v10/version").statusCode()).isEqualTo(200);
        }
        sandbox.clock().advance(Duration.ofMillis(2500));

        HttpResponse<String> refused = Web.keyed(sandbox).get("/udm/v10/version");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("8");
        sandbox.clock().advance(Duration.ofSeconds(8));
        assertThat(Web.keyed(sandbox).get("/udm/v10/version").statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_path_is_an_html_page_and_a_violation() {
        HttpResponse<String> response = Web.signedIn(sandbox).get("/udm/v11/export");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(sandbox.violations()).hasToString("[GET /udm/v11/export: no such operation]");
    }

    @Test
    void a_webhook_is_offered_by_applications_and_not_here() {
        assertThat(Web.signedIn(sandbox).postJson("/some/webhook/path", "{}").statusCode())
                .isEqualTo(404);
        assertThat(sandbox.violations()).hasToString("[POST /some/webhook/path: no such operation]");
    }

    @Test
    void a_known_path_with_another_method_is_not_allowed() {
        assertThat(Web.signedIn(sandbox).delete("/udm/v10/version").statusCode())
                .isEqualTo(405);
        assertThat(sandbox.violations()).hasToString("[DELETE /udm/v10/version: this method is not offered here]");
    }

    @Test
    void a_missing_token_is_unauthorized_without_a_body_and_a_violation() {
        HttpResponse<String> response = Web.keyed(sandbox).get("/udm/v10/cipher");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEmpty();
        assertThat(sandbox.violations()).hasToString("[getCertificateV10: header Authorization: Bearer is missing]");
    }

    @Test
    void an_unknown_token_is_unauthorized_but_no_violation() {
        HttpResponse<String> response =
                Web.keyed(sandbox).with("Authorization", "Bearer x").get("/udm/v10/cipher");

        assertThat(response.statusCode()).isEqualTo(401);
        sandbox.assertNoViolations();
    }

    @Test
    void ping_and_userinfo_answer_403_in_their_own_ways() {
        Web stranger = Web.keyed(sandbox).with("Authorization", "Bearer x");

        HttpResponse<String> ping = stranger.get("/auth/v3/ping");
        HttpResponse<String> userinfo = stranger.get("/auth/v3/userinfo");

        assertThat(ping.statusCode()).isEqualTo(403);
        assertThat(ping.body()).isEqualTo("{\"status\":{\"code\":603,\"message\":\"Unauthorized\"}}");
        assertThat(userinfo.statusCode()).isEqualTo(403);
        assertThat(userinfo.body()).isEmpty();
    }

    @Test
    void ping_and_userinfo_answer_401_when_told_to() {
        sandbox.oauth().answerUnauthenticatedWith401(true);
        Web stranger = Web.keyed(sandbox).with("Authorization", "Bearer x");

        assertThat(stranger.get("/auth/v3/ping").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/auth/v3/userinfo").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_expires_with_the_clock() {
        Web web = Web.signedIn(sandbox);
        sandbox.clock().advance(Duration.ofSeconds(43_199));
        assertThat(web.get("/udm/v10/cipher").statusCode()).isEqualTo(200);

        sandbox.clock().advance(Duration.ofSeconds(1));

        assertThat(web.get("/udm/v10/cipher").statusCode()).isEqualTo(401);
    }
}
