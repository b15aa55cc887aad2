package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInPageTest {
    private static final String CALLBACK = "http://127.0.0.1/callback";

    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> authorize(String clientId, String redirectUri, String responseType) {
        return browser()
                .get("/auth/v3/oauth/authorize?client_id=" + clientId + "&redirect_uri=" + Web.encode(redirectUri)
                        + "&response_type=" + responseType + "&scope=*&state=a%26b%22c");
    }

    private Web browser() {
        return Web.bare(sandbox).with("Accept", "text/html").with("User-Agent", "Mozilla/5.0");
    }

    private HttpResponse<String> submit(String username, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", sandbox.clientId());
        form.put("redirect_uri", CALLBACK);
        form.put("response_type", "code");
        form.put("state", "a&b\"c");
        form.put("username", username);
        form.put("password", password);
        return browser().postForm("/auth/sign-in", form);
    }

    @Test
    void authorize_leads_to_a_form_that_carries_the_request_on() {
        HttpResponse<String> redirect = authorize(sandbox.clientId(), CALLBACK, "code");
        assertThat(redirect.statusCode()).isEqualTo(302);

        HttpResponse<String> form = browser().get(Web.location(redirect));

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("<form method=\"post\"", "name=\"state\" value=\"a&amp;b&quot;c\"")
                .contains("name=\"redirect_uri\" value=\"" + CALLBACK + "\"");
        sandbox.assertNoViolations();
    }

    @Test
    void signing_in_leads_back_with_a_code_and_the_state() {
        String location = Web.location(submit(sandbox.username(), sandbox.password()));

        assertThat(location).matches("http://127\\.0\\.0\\.1/callback\\?code=[0-9a-f]+&state=a%26b%22c");
        String code = location.replaceFirst(".*code=([0-9a-f]+).*", "$1");
        HttpResponse<String> token = Web.client(sandbox)
                .postForm(
                        "/auth/v3/oauth/token",
                        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
        assertThat(token.statusCode()).isEqualTo(200);
    }

    @Test
    void the_code_can_be_joined_as_the_sample_of_the_reference_has_it() {
        sandbox.oauth().joinCodeWithAmpersand(true);

        assertThat(Web.location(submit(sandbox.username(), sandbox.password()))).startsWith(CALLBACK + "&code=");
    }

    @Test
    void a_wrong_password_shows_the_form_again() {
        HttpResponse<String> form = submit(sandbox.username(), "wrong");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("Wrong user name or password", "<form");
    }

    @Test
    void an_unknown_client_or_redirect_uri_is_unauthorized() {
        assertThat(authorize("nobody", CALLBACK, "code").statusCode()).isEqualTo(401);
        assertThat(authorize(sandbox.clientId(), "http://evil.example.com/", "code")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_implicit_flow_is_refused_at_the_redirect_uri() {
        assertThat(Web.location(authorize(sandbox.clientId(), CALLBACK, "token")))
                .isEqualTo(CALLBACK + "?error=unsupported_response_type&state=a%26b%22c");
    }

    @Test
    void a_client_without_the_grant_cannot_start_the_flow() {
        OAuthClient machine = OAuthClient.of("machine", "secret").withGrants("client_credentials");
        try (Sandbox other = Sandbox.builder().client(machine).start()) {
            int status = Web.bare(other)
                    .get("/auth/v3/oauth/authorize?client_id=machine&response_type=code&redirect_uri="
                            + Web.encode(CALLBACK))
                    .statusCode();

            assertThat(status).isEqualTo(401);
        }
    }
}
