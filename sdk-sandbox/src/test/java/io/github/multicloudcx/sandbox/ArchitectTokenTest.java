package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and scopes of Architect. */
class ArchitectTokenTest {
    private static final String GRANT = "\"grant_type\":\"client_credentials\"";

    private final SandboxClock clock = SandboxClock.manual(Jobs.START);
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
    private final ArchitectControl architect = sandbox.architect();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> token(String scope) {
        return Web.bare(sandbox)
                .postJson(
                        ArchitectWeb.TOKEN,
                        "{" + GRANT + ",\"client_id\":\"" + architect.clientId() + "\",\"client_secret\":\""
                                + architect.clientSecret() + "\"" + scope + "}");
    }

    private int statusWith(HttpResponse<String> token) {
        return ArchitectWeb.with(sandbox, Web.json(token).path("access_token").asText())
                .get(ArchitectWeb.FLOWS)
                .statusCode();
    }

    private Web basic(String secret) {
        return Web.bare(sandbox).with("Authorization", Web.basic(architect.clientId(), secret));
    }

    @Test
    void the_body_of_the_tutorial_gets_a_token() {
        HttpResponse<String> response =
                token(",\"scope\":\"organization:read architect:read architect:write flow:read flow:write\"");
        JsonNode answer = Web.json(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(answer.path("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.path("scope").asText())
                .isEqualTo("architect:read architect:write flow:read flow:write organization:read");
        assertThat(statusWith(response)).isEqualTo(200);
        assertThat(sandbox.exercisedOperations()).containsExactly("listFlows", "requestClientCredentialsToken");
        sandbox.assertNoViolations();
    }

    @Test
    void a_form_and_basic_credentials_do_as_well() {
        Map<String, String> form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                architect.clientId(),
                "client_secret",
                architect.clientSecret(),
                "scope",
                "flow:read");

        assertThat(Web.json(Web.bare(sandbox).postForm(ArchitectWeb.TOKEN, form))
                        .path("scope")
                        .asText())
                .isEqualTo("flow:read");
        assertThat(statusWith(basic(architect.clientSecret())
                        .postForm(ArchitectWeb.TOKEN, Map.of("grant_type", "client_credentials"))))
                .isEqualTo(200);
        assertThat(statusWith(basic(architect.clientSecret()).postJson(ArchitectWeb.TOKEN, "{" + GRANT + "}")))
                .isEqualTo(200);
        sandbox.assertNoViolations();
    }

    @Test
    void wrong_credentials_are_unauthorized_with_a_body_wherever_they_are() {
        HttpResponse<String> inBody = Web.bare(sandbox)
                .postJson(ArchitectWeb.TOKEN, "{" + GRANT + ",\"client_id\":\"x\",\"client_secret\":\"y\"}");
        HttpResponse<String> inHeader = basic("wrong").postJson(ArchitectWeb.TOKEN, "{" + GRANT + "}");
        HttpResponse<String> nowhere = Web.bare(sandbox).postJson(ArchitectWeb.TOKEN, "{" + GRANT + "}");
        HttpResponse<String> unreadable =
                Web.bare(sandbox).with("Authorization", "Basic ***").postJson(ArchitectWeb.TOKEN, "{" + GRANT + "}");

        for (HttpResponse<String> response : List.of(inBody, inHeader, nowhere, unreadable)) {
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(Web.json(response).path("error").asText()).isEqualTo("invalid_client");
        }
        sandbox.assertNoViolations();
    }

    @Test
    void another_grant_and_an_invented_field_are_violations() {
        assertThat(basic(architect.clientSecret())
                        .postForm(ArchitectWeb.TOKEN, Map.of("grant_type", "password", "user", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sandbox.violations()).hasSize(2);
        sandbox.clearViolations();
        assertThat(basic(architect.clientSecret())
                        .with("Content-Type", "text/plain")
                        .post(ArchitectWeb.TOKEN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic(architect.clientSecret())
                        .with("Content-Type", "text/plain")
                        .text("POST", ArchitectWeb.TOKEN, BodyPublishers.ofString("x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sandbox.violations())
                .extracting(Violation::toString)
                .containsExactly(
                        "requestClientCredentialsToken: body is required",
                        "requestClientCredentialsToken: header Content-Type is not application/json or"
                                + " application/x-www-form-urlencoded: text/plain");
    }

    @Test
    void another_grant_is_refused_where_violations_are_not() {
        try (Sandbox lenient = Sandbox.builder().rejectViolations(false).start()) {
            HttpResponse<String> response = Web.bare(lenient)
                    .with(
                            "Authorization",
                            Web.basic(
                                    lenient.architect().clientId(),
                                    lenient.architect().clientSecret()))
                    .postForm(ArchitectWeb.TOKEN, Map.of("grant_type", "password"));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("unsupported_grant_type");
        }
    }

    @Test
    void a_client_is_granted_what_it_asks_for_and_may_have() {
        architect.scopes(Set.of("flow:read", "architect:read"));

        assertThat(Web.json(token(",\"scope\":\"flow:read  flow:write\""))
                        .path("scope")
                        .asText())
                .isEqualTo("flow:read");
        assertThat(Web.json(token("")).path("scope").asText()).isEqualTo("architect:read flow:read");
        assertThat(Web.json(token(",\"scope\":\"flow:write\"")).path("scope").asText())
                .isEmpty();
    }

    @Test
    void a_token_expires_with_the_clock_and_can_be_revoked() {
        architect.tokenLifetime(Duration.ofMinutes(2));
        HttpResponse<String> token = token("");
        assertThat(Web.json(token).path("expires_in").asInt()).isEqualTo(120);
        clock.advance(Duration.ofSeconds(119));
        assertThat(statusWith(token)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(statusWith(token)).isEqualTo(401);

        HttpResponse<String> next = token("");
        assertThat(statusWith(next)).isEqualTo(200);
        architect.revokeTokens();
        assertThat(statusWith(next)).isEqualTo(401);
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET ", "PATCH /" + ArchitectWeb.DEMO, "POST /reload"})
    void without_a_token_of_its_own_everything_is_unauthorized_with_a_body(String request) {
        String method = request.substring(0, request.indexOf(' '));
        String path = ArchitectWeb.FLOWS + request.substring(request.indexOf(' ') + 1);
        String body = switch (method) {
            case "GET" -> "";
            case "PATCH" -> ArchitectWeb.body(15, "{}");
            default -> "{}";
        };
        for (String token : List.of("x", sandbox.oauth().accessToken())) {
            HttpResponse<String> response = ArchitectWeb.with(sandbox, token)
                    .with("Content-Type", "application/json")
                    .text(method, path, BodyPublishers.ofString(body));

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(Web.json(response).path("message").asText()).isNotEmpty();
        }
        sandbox.assertNoViolations();
        assertThat(architect.version(ArchitectWeb.DEMO)).isEqualTo(14);
        assertThat(architect.reloads()).isEmpty();
    }

    @Test
    void a_missing_token_is_a_violation_too() {
        assertThat(Web.bare(sandbox).get(ArchitectWeb.FLOWS).statusCode()).isEqualTo(401);

        assertThat(sandbox.violations()).hasToString("[listFlows: header Authorization: Bearer is missing]");
    }

    @Test
    void the_gateway_knows_nothing_of_its_tokens() {
        int status = Web.keyed(sandbox)
                .with("Authorization", "Bearer " + architect.accessToken())
                .get("/udm/v10/cipher")
                .statusCode();

        assertThat(status).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "architect:read, 403, 200, 202",
        "flow:read, 403, 200, 202",
        "architect:write, 200, 403, 202",
        "flow:write, 200, 403, 202",
        "organization:read, 200, 403, 202"
    })
    void each_missing_scope_is_named(String scope, int list, int patch, int reload) {
        Set<String> rest = new HashSet<>(
                Set.of("organization:read", "architect:read", "architect:write", "flow:read", "flow:write"));
        rest.remove(scope);
        architect.scopes(rest);

        HttpResponse<String> listed = ArchitectWeb.web(sandbox).get(ArchitectWeb.FLOWS);
        HttpResponse<String> patched = ArchitectWeb.patch(sandbox, 15, "{}");
        HttpResponse<String> reloaded = ArchitectWeb.web(sandbox).postJson(ArchitectWeb.RELOAD, "{}");

        assertThat(listed.statusCode()).isEqualTo(list);
        assertThat(patched.statusCode()).isEqualTo(patch);
        assertThat(reloaded.statusCode()).isEqualTo(reload);
        HttpResponse<String> refused = list == 403 ? listed : patched;
        assertThat(Web.json(refused).path("message").asText()).contains(scope);
        sandbox.assertNoViolations();
    }
}
