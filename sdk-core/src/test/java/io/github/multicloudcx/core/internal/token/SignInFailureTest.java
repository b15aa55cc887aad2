package io.github.multicloudcx.core.internal.token;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static io.github.multicloudcx.core.testing.FakeDeployment.oauthError;
import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SignInFailureTest {
    private static final String CLIENT_SECRET = "client-secret-1";
    private static final String PASSWORD = "user-password-2";
    private static final String CODE = "one-time-code-3";
    private static final String REFRESH = "refresh-token-4";

    private final FakeTime time = new FakeTime();
    private final FakeDeployment deployment = new FakeDeployment();

    @AfterEach
    void close() {
        deployment.close();
    }

    private static OAuth app() {
        return OAuth.clientCredentials("app", CLIENT_SECRET);
    }

    private static OAuth oauth(String grant) {
        return switch (grant) {
            case "password" -> OAuth.password("app", CLIENT_SECRET, "tenant\\user", PASSWORD);
            case "authorization_code" ->
                OAuth.authorizationCode("app", CLIENT_SECRET, CODE, URI.create("https://app.example.com/"));
            case "refresh_token" -> OAuth.refreshToken("app", CLIENT_SECRET, REFRESH);
            default -> app();
        };
    }

    private AuthenticationException failure(OAuth oauth) {
        try (CxClient cx = deployment.client(oauth, time)) {
            return failure(cx);
        }
    }

    private AuthenticationException failure(CxClient cx) {
        var failure = catchThrowableOfType(
                AuthenticationException.class,
                () -> cx.request().get("/thing").returning(JsonNode.class).execute());
        assertThat(failure).isNotNull();
        assertThat(failure.fate()).isEqualTo(Fate.NOT_SENT);
        assertThat(failure.getMessage()).hasLineCount(1);
        assertThat(everything(failure))
                .doesNotContain(CLIENT_SECRET, PASSWORD, CODE, REFRESH, FakeDeployment.API_KEY)
                .doesNotContain(StaticAuthenticator.basicValue("app", CLIENT_SECRET));
        assertThat(deployment.calls()).isEmpty();
        return failure;
    }

    /** Messages, causes, suppressed exceptions and what they print. */
    private static String everything(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.toString());
            if (cause instanceof ApiException refusal) {
                text.append(refusal.body()).append(refusal.answer().toString());
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_credentials | 401 | invalid_client         | check client id and client secret",
                "client_credentials | 401 | Unauthorized           | check client id and client secret",
                "client_credentials | 400 | invalid_client         | check client id and client secret",
                "client_credentials | 400 | unauthorized_client    | client app may not use this grant",
                "client_credentials | 401 | unauthorized_client    | client app may not use this grant",
                "client_credentials | 400 | unsupported_grant_type | client app may not use this grant",
                "client_credentials | 400 | invalid_grant          | does not accept the grant of client app",
                "password           | 400 | invalid_grant          | check user name and password",
                "password           | 200 | invalid_grant          | check user name and password",
                "authorization_code | 400 | invalid_grant          | the code is used, expired or for another redirect URI",
                "refresh_token      | 400 | invalid_grant          | the refresh token is expired or revoked; sign in again",
                "client_credentials | 503 | server_error           | check the base URL or try later"
            })
    void theLineSaysWhatToDo(String grant, int status, String error, String advice) {
        deployment.onToken(request -> oauthError(status, error));

        AuthenticationException failure = failure(oauth(grant));

        assertThat(failure)
                .hasMessageStartingWith(
                        "Could not sign in with grant " + grant + " at " + deployment.url() + "/auth/v3/oauth/token: ")
                .hasMessageContaining(advice)
                .hasMessageContaining("Bad credentials");
        assertThat(failure.oauthError()).isEqualTo(error);
    }

    @Test
    void theEnvelopeOfTheReferenceIsUnderstoodToo() {
        deployment.onToken(request -> json(401, "{\"status\":{\"code\":106,\"message\":\"Wrong client\"}}"));

        assertThat(failure(app()))
                .hasMessageContaining("check client id and client secret")
                .hasMessageContaining("Wrong client");
    }

    @Test
    void aRefusedApiKeyIsNamedAsTheReason() {
        deployment.onToken(request -> json(403, "{\"message\":\"Forbidden\"}"));

        assertThat(failure(app()))
                .hasMessageContaining("the API gateway turns it down; 403 Forbidden")
                .hasMessageContaining("the API gateway refuses the API key, check apiKey (CX_API_KEY)");
    }

    @Test
    void aTokenEndpointThatIsDownIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (CxClient cx = CxClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .credentials(app())
                .timeSource(time)
                .build()) {
            AuthenticationException failure = failure(cx);
            assertThat(failure)
                    .hasMessageContaining("http://127.0.0.1:" + port + "/auth/v3/oauth/token")
                    .hasMessageContaining("cannot be reached, check the base URL or try later")
                    .hasMessageContaining("connection refused");
            assertThat(failure.oauthError()).isNull();
            assertThat(failure.attempts()).hasSize(3);
        }
    }

    @Test
    void anHtmlPageInPlaceOfATokenIsNamed() {
        deployment.onToken(request -> new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "text/html")
                .body("<html>Sign in</html>")
                .build());

        assertThat(failure(app())).hasMessageContaining("an HTML page where JSON was due; check the base URL");
    }

    @Test
    void aFormInPlaceOfATokenIsNamedAndNotQuoted() {
        deployment.onToken(request -> new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/x-www-form-urlencoded")
                .body("access_token=very-secret-token&token_type=bearer")
                .build());

        AuthenticationException failure = failure(app());

        assertThat(failure).hasMessageContaining("application/x-www-form-urlencoded");
        assertThat(everything(failure)).doesNotContain("very-secret-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"token\"", "{\"access_token\":\"\"}", "{\"access_token\":null}"})
    void anAnswerWithoutATokenIsNamed(String body) {
        deployment.onToken(request -> json(200, body));

        assertThat(failure(app()))
                .hasMessageContaining("the answer has no access_token; is this the authorization server?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{\"access_token\":\"tok"})
    void anEmptyOrBrokenAnswerIsAnAuthenticationExceptionToo(String body) {
        deployment.onToken(request -> json(200, body));

        assertThat(failure(app())).hasMessageContaining("Could not sign in with grant client_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"very-secret\\ntoken", "very-secret token", "very-secret-tökén"})
    void aTokenThatNoHeaderCanHoldIsNamedAndNotQuoted(String accessToken) {
        deployment.onToken(request -> json(200, "{\"access_token\":\"" + accessToken + "\"}"));

        AuthenticationException failure = failure(app());

        assertThat(failure).hasMessageContaining("access_token holds characters that no header may hold");
        assertThat(everything(failure)).doesNotContain("very-secret");
    }

    @Test
    void secretsThatTheServerRepeatsAreMasked() {
        deployment.onToken(request -> json(
                400,
                "{\"error\":\"invalid_grant\",\"error_description\":\"no " + PASSWORD + " with " + CLIENT_SECRET
                        + " and " + FakeDeployment.API_KEY + "\"}"));

        assertThat(failure(oauth("password"))).hasMessageContaining("no **** with **** and ****");
    }

    @Test
    void theSecretsOfTheConfigurationAreMaskedAfterManyRenewals() {
        deployment.onToken(request -> {
            int number = deployment.tokenRequests().size();
            return number <= 300
                    ? token("token-" + number)
                    : json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"no " + PASSWORD + "\"}");
        });
        try (CxClient cx = deployment.client(oauth("password"), time)) {
            for (int i = 0; i < 300; i++) {
                cx.request().get("/thing").returning(JsonNode.class).execute();
                time.advance(Duration.ofHours(1));
            }
            deployment.calls().clear();

            assertThat(failure(cx)).hasMessageContaining("no ****");
        }
    }

    @Test
    void anAssertionIsASecretToo() {
        OAuth oauth = OAuth.grant("app", CLIENT_SECRET, "jwt", Map.of("assertion", "signed-assertion-5"));
        deployment.onToken(
                request -> json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"no signed-assertion-5\"}"));

        assertThat(everything(failure(oauth))).doesNotContain("signed-assertion-5");
    }

    @Test
    void anAddressWithoutTokenEndpointIsNotBlamedOnTheClient() {
        deployment.onToken(request -> json(404, "{}"));

        assertThat(failure(app()))
                .hasMessageContaining("there is no token endpoint at this address, check the base URL")
                .hasMessageNotContaining("client secret");
    }
}
