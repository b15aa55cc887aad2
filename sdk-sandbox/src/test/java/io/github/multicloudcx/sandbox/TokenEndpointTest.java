package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenEndpointTest {
    private static final String TOKEN = "/auth/v3/oauth/token";
    private static final String CALLBACK = "http://127.0.0.1/callback";

    private final OAuthClient machine =
            OAuthClient.of("machine", "m\u00e4chine:secret").withGrants("client_credentials");
    private final Sandbox sandbox = Sandbox.builder()
            .clock(SandboxClock.manual(Jobs.START))
            .client(OAuthClient.of("app", "app-secret").withLifetimes(Duration.ofMinutes(10), Duration.ofDays(1)))
            .client(machine)
            .user(SandboxUser.exporter("tenant\\ana@example.com", "p&s=w\u00f6rd"))
            .start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> token(Map<String, String> form) {
        return Web.client(sandbox).postForm(TOKEN, form);
    }

    private HttpResponse<String> password(String user, String password) {
        return token(Map.of("grant_type", "password", "username", user, "password", password));
    }

    private HttpResponse<String> refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private HttpResponse<String> code(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
    }

    private int statusWith(String accessToken) {
        return Web.keyed(sandbox)
                .with("Authorization", "Bearer " + accessToken)
                .get("/auth/v3/openid/userinfo")
                .statusCode();
    }

    @Test
    void client_credentials_give_an_access_token_and_no_refresh_token() {
        JsonNode answer = Web.json(token(Map.of("grant_type", "client_credentials", "scope", "*", "client_id", "app")));

        assertThat(answer.path("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.path("scope").asText()).isEqualTo("*");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(600);
        assertThat(answer.has("refresh_token")).isFalse();
        assertThat(statusWith(answer.path("access_token").asText())).isEqualTo(200);
        sandbox.assertNoViolations();
    }

    @Test
    void expires_in_can_be_left_out() {
        sandbox.oauth().omitExpiresIn(true);

        assertThat(Web.json(token(Map.of("grant_type", "client_credentials"))).has("expires_in"))
                .isFalse();
    }

    @Test
    void a_user_signs_in_with_or_without_the_tenant() {
        assertThat(password("tenant\\ana@example.com", "p&s=w\u00f6rd").statusCode())
                .isEqualTo(200);
        assertThat(password("ana@example.com", "p&s=w\u00f6rd").statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_is_an_invalid_grant() {
        HttpResponse<String> response = password("ana@example.com", "wrong");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"Bad credentials\"}");
    }

    @Test
    void a_wrong_client_secret_is_unauthorized() {
        HttpResponse<String> response = Web.client(sandbox)
                .with("Authorization", Web.basic("app", "wrong"))
                .postForm(TOKEN, Map.of("grant_type", "client_credentials"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"error\":\"Unauthorized\",\"error_description\":\"Bad credentials\"}");
    }

    @Test
    void unreadable_basic_credentials_are_unauthorized() {
        int status = Web.client(sandbox)
                .with("Authorization", "Basic ***")
                .postForm(TOKEN, Map.of("grant_type", "client_credentials"))
                .statusCode();

        assertThat(status).isEqualTo(401);
    }

    @Test
    void a_client_may_use_only_its_own_grants_and_is_told_which_it_tried() {
        HttpResponse<String> response = Web.client(sandbox)
                .with("Authorization", Web.basic(machine.id(), machine.secret()))
                .postForm(TOKEN, Map.of("grant_type", "password", "username", "x", "password", "y"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("unauthorized_client", "Unauthorized grant type: password");
    }

    @Test
    void basic_credentials_are_read_as_utf_8_and_may_hold_a_colon() {
        int status = Web.client(sandbox)
                .with("Authorization", Web.basic(machine.id(), machine.secret()))
                .postForm(TOKEN, Map.of("grant_type", "client_credentials"))
                .statusCode();

        assertThat(status).isEqualTo(200);
    }

    @Test
    void an_unknown_grant_is_named() {
        assertThat(token(Map.of("grant_type", "magic")).body()).contains("unsupported_grant_type", "magic");
    }

    @Test
    void a_refresh_token_is_good_once_because_it_rotates() {
        String first = Web.json(password("ana@example.com", "p&s=w\u00f6rd"))
                .path("refresh_token")
                .asText();

        JsonNode refreshed = Web.json(refresh(first));

        assertThat(refreshed.path("refresh_token").asText()).isNotEmpty().isNotEqualTo(first);
        assertThat(statusWith(refreshed.path("access_token").asText())).isEqualTo(200);
        assertThat(refresh(first).body()).contains("invalid_grant");
    }

    @Test
    void a_refresh_token_stays_the_same_without_rotation() {
        sandbox.oauth().refreshTokenRotation(false);
        String first = Web.json(password("ana@example.com", "p&s=w\u00f6rd"))
                .path("refresh_token")
                .asText();

        assertThat(Web.json(refresh(first)).path("refresh_token").asText()).isEqualTo(first);
        assertThat(refresh(first).statusCode()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_expires_with_the_clock() {
        String first = Web.json(password("ana@example.com", "p&s=w\u00f6rd"))
                .path("refresh_token")
                .asText();

        sandbox.clock().advance(Duration.ofDays(1));

        assertThat(refresh(first).statusCode()).isEqualTo(400);
    }

    @Test
    void a_refresh_token_belongs_to_its_client() {
        String first = Web.json(password("ana@example.com", "p&s=w\u00f6rd"))
                .path("refresh_token")
                .asText();
        try (Sandbox other = Sandbox.start()) {
            HttpResponse<String> response =
                    Web.client(other).postForm(TOKEN, Map.of("grant_type", "refresh_token", "refresh_token", first));

            assertThat(response.body()).contains("invalid_grant");
        }
    }

    @Test
    void an_authorization_code_is_good_once() {
        String code = sandbox.oauth().authorizationCode(CALLBACK);

        assertThat(code(code).statusCode()).isEqualTo(200);
        assertThat(code(code).body()).contains("invalid_grant");
    }

    @Test
    void an_authorization_code_expires_after_a_minute() {
        String code = sandbox.oauth().authorizationCode(CALLBACK);

        sandbox.clock().advance(Duration.ofMinutes(1));

        assertThat(code(code).statusCode()).isEqualTo(400);
    }

    @Test
    void an_authorization_code_belongs_to_its_redirect_uri() {
        String code = sandbox.oauth().authorizationCode("http://127.0.0.1/other");

        assertThat(code(code).statusCode()).isEqualTo(400);
    }

    @Test
    void everything_can_be_revoked() {
        String refreshToken = Web.json(password("ana@example.com", "p&s=w\u00f6rd"))
                .path("refresh_token")
                .asText();
        String accessToken = sandbox.oauth().accessToken();
        sandbox.oauth().revokeAccessTokens();
        assertThat(statusWith(accessToken)).isEqualTo(401);
        assertThat(statusWith(
                        Web.json(refresh(refreshToken)).path("access_token").asText()))
                .isEqualTo(200);

        sandbox.oauth().revokeAll();

        assertThat(refresh(refreshToken).statusCode()).isEqualTo(400);
    }

    @Test
    void token_requests_are_counted_even_those_that_met_a_fault() {
        sandbox.faults().on("retrieveToken").status(503);

        token(Map.of("grant_type", "client_credentials"));
        token(Map.of("grant_type", "client_credentials"));
        sandbox.clearRequests();

        assertThat(sandbox.oauth().tokenRequests()).isEqualTo(2);
    }
}
