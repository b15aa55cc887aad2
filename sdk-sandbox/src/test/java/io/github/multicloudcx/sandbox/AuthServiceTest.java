package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthServiceTest {
    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Web user() {
        return Web.signedInAs(sandbox, sandbox.username());
    }

    @Test
    void ping_says_that_the_caller_is_signed_in() {
        assertThat(Web.json(user().get("/auth/v3/ping")).at("/status/code").asInt(-1))
                .isZero();
    }

    @Test
    void userinfo_describes_the_user() {
        JsonNode details = Web.json(user().get("/auth/v3/userinfo"));

        assertThat(details.path("username").asText()).isEqualTo("sandbox\\demo");
        assertThat(details.path("loginName").asText()).isEqualTo("demo");
        assertThat(details.at("/authorities/0/name").asText()).isEqualTo(SandboxUser.UDM_EXPORTER);
        assertThat(details.path("properties").isObject()).isTrue();
        assertThat(details.path("dbid").isInt()).isTrue();
    }

    @Test
    void openid_userinfo_has_claims() {
        JsonNode claims = Web.json(user().get("/auth/v3/openid/userinfo"));

        assertThat(claims.path("sub").asText()).isEqualTo("sandbox\\demo");
        assertThat(claims.path("aud").asText()).isEqualTo(sandbox.clientId());
        assertThat(claims.path("email").asText()).isEqualTo("demo@example.com");
    }

    @Test
    void jwt_userinfo_puts_the_claims_into_a_header() throws Exception {
        HttpResponse<String> response = user().get("/auth/v3/jwt-userinfo");

        String[] token =
                response.headers().firstValue("X-GWS-User").orElseThrow().split("\\.");
        assertThat(token).hasSize(3);
        byte[] claims = Base64.getUrlDecoder().decode(token[1]);
        assertThat(Web.JSON.readTree(claims).path("user_name").asText()).isEqualTo("sandbox\\demo");
        assertThat(new String(claims, StandardCharsets.UTF_8)).contains("environment_id");
    }

    private static String change(String user, String before, String after) {
        String name = user.isEmpty() ? "" : ",\"userName\":\"" + user + "\"";
        return "{\"data\":{\"oldPassword\":\"" + before + "\",\"newPassword\":\"" + after + "\"" + name + "}}";
    }

    private int signIn(String password) {
        return Web.client(sandbox)
                .postForm(
                        "/auth/v3/oauth/token",
                        Map.of("grant_type", "password", "username", "demo", "password", password))
                .statusCode();
    }

    @Test
    void a_password_is_changed_for_the_owner_of_the_token() {
        HttpResponse<String> response =
                user().postJson("/auth/v3/change-password", change("", sandbox.password(), "new"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(signIn(sandbox.password())).isEqualTo(400);
        assertThat(signIn("new")).isEqualTo(200);
    }

    @Test
    void a_password_is_changed_for_a_named_user_without_a_token() {
        HttpResponse<String> response =
                Web.keyed(sandbox).postJson("/auth/v3/change-password", change("demo", sandbox.password(), "new"));

        assertThat(response.statusCode()).isEqualTo(200);
        sandbox.assertNoViolations();
        assertThat(signIn("new")).isEqualTo(200);
    }

    @Test
    void a_password_is_not_changed_with_a_wrong_old_one_or_for_nobody() {
        assertThat(user().postJson("/auth/v3/change-password", change("", "wrong", "new"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Web.keyed(sandbox)
                        .postJson("/auth/v3/change-password", change("", sandbox.password(), "new"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signing_out_revokes_the_token_presented_only() {
        Web one = user();
        Web other = user();

        assertThat(one.post("/auth/v3/sign-out").statusCode()).isEqualTo(200);

        assertThat(one.get("/auth/v3/openid/userinfo").statusCode()).isEqualTo(401);
        assertThat(other.get("/auth/v3/openid/userinfo").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_globally_revokes_all_tokens_of_the_user_and_of_nobody_else() {
        Web one = user();
        Web other = user();
        Web client = Web.signedIn(sandbox);

        assertThat(one.get("/auth/v3/sign-out?global=true").statusCode()).isEqualTo(200);

        assertThat(other.get("/auth/v3/openid/userinfo").statusCode()).isEqualTo(401);
        assertThat(client.get("/auth/v3/openid/userinfo").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_can_lead_a_browser_on() {
        HttpResponse<String> response = user().get("/auth/v3/sign-out?redirectUri=http%3A%2F%2F127.0.0.1%2Fbye");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Web.location(response)).isEqualTo("http://127.0.0.1/bye");
    }
}
