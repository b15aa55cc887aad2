package io.github.multicloudcx.core.internal.token;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OAuthEndpoint;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import io.github.multicloudcx.core.testing.PipelineLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** What other token endpoints may answer in place of a token, and that nothing secret is told about it. */
@Timeout(60)
class OAuthEndpointFailureTest {
    private static final String PATH = "/api/v2/oauth/token";
    private static final String CLIENT_SECRET = "cl1ent s3cr3t/+=\"\\ä";
    private static final String PASSWORD = "p4ss w0rd\"of bob";
    private static final String REFRESH = "r3fresh\"t0ken";
    private static final String[] SECRETS = {
        CLIENT_SECRET,
        "cl1ent",
        StaticAuthenticator.basicValue("app", CLIENT_SECRET),
        PASSWORD,
        "p4ss",
        REFRESH,
        "r3fresh",
        FakeDeployment.API_KEY
    };

    private final FakeTime time = new FakeTime();
    private final FakeDeployment deployment = new FakeDeployment();
    private final FakeDeployment login = new FakeDeployment();
    private final List<String> shown = new ArrayList<>();

    @AfterEach
    void close() {
        login.close();
        deployment.close();
    }

    private static OAuthEndpoint architect() {
        return OAuthEndpoint.of(ApiFamily.ARCHITECT, PATH);
    }

    private OAuthEndpoint atLogin() {
        return OAuthEndpoint.at(URI.create(login.url() + "/oauth/token"));
    }

    private static OAuth app(OAuthEndpoint endpoint) {
        return OAuth.clientCredentials("app", CLIENT_SECRET).endpoint(endpoint);
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
        shown.add(everything(failure));
        return failure;
    }

    private static String everything(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.toString());
            if (cause instanceof ApiException refusal) {
                text.append(refusal.body())
                        .append(refusal.answer().toString())
                        .append(refusal.code())
                        .append(String.valueOf(refusal.detail()));
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "401 | {\"error\":\"invalid_client\",\"error_description\":\"Who?\"} | invalid_client | Who?",
                "400 | {\"error\":\"invalid_client\",\"description\":\"Who?\"} | invalid_client | (code invalid_client)",
                "401 | {\"message\":\"Who?\",\"code\":\"bad.credentials\",\"status\":401,\"errors\":[]} | none | Who?",
                "400 | {\"message\":\"Who?\"} | none | Who?",
                "401 | {\"error\":{\"reason\":\"Who?\"}} | none | 401 Unauthorized",
                "400 | {\"foo\":[1,2]} | none | 400 Bad Request",
                "401 | [] | none | 401 Unauthorized",
                "401 | \"no\" | none | 401 Unauthorized",
                "401 | {\"error\":\"invalid | none | 401 Unauthorized",
                "401 | <html><body>Sign in</body></html> | none | 401 Unauthorized",
                "400 | `` | none | 400 Bad Request",
                "401 | `` | none | 401 Unauthorized"
            })
    void anErrorBodyMayBeAnything(int status, String body, String code, String said) {
        login.onToken(request -> json(status, body));

        for (OAuthEndpoint endpoint :
                List.of(atLogin(), atLogin().clientInBody().asJson())) {
            AuthenticationException failure = failure(app(endpoint));

            assertThat(failure)
                    .hasMessageStartingWith(
                            "Could not sign in with grant client_credentials at " + login.url() + "/oauth/token: ")
                    .hasMessageContaining(said)
                    .hasMessageContaining("POST /oauth/token")
                    .hasMessageNotContaining("CX_CLIENT_ID");
            assertThat(failure.oauthError()).isEqualTo(code);
        }
        assertThat(deployment.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"access_token\":null}", "{\"access_token\":\"tök én\"}", "<html></html>", ""})
    void anAnswerWithoutATokenNamesTheRealUrl(String body) {
        deployment.onToken(request -> json(200, body));

        assertThat(failure(app(architect().clientInBody())))
                .hasMessageStartingWith(
                        "Could not sign in with grant client_credentials at " + deployment.url() + PATH + ": ");
    }

    @Test
    void aClientInTheBodyThatIsRefusedIsNotToldThatThereAreNoCredentials() {
        login.onToken(request -> json(401, ""));

        assertThat(failure(app(atLogin().clientInBody())))
                .hasMessageContaining("check client id and client secret")
                .hasMessageContaining("the token endpoint does not know the client");
    }

    @Test
    void anAddressWithoutTokenEndpointIsNamed() {
        deployment.onToken(request -> json(404, ""));
        login.onToken(request -> json(404, ""));

        assertThat(failure(app(architect())))
                .hasMessageContaining("check the base URL and the path of the OAuthEndpoint");
        assertThat(failure(app(atLogin()))).hasMessageContaining("check the URL of the OAuthEndpoint");
    }

    @Test
    void aKindOfBodyThatIsNotTakenIsNamed() {
        login.onToken(request -> json(415, ""));

        assertThat(failure(app(atLogin()))).hasMessageContaining("see OAuthEndpoint.asJson()");
    }

    @Test
    void anotherServerThatIsDownIsNamed() {
        String url = login.url();
        login.close();

        assertThat(failure(app(atLogin(url))))
                .hasMessageContaining(url + "/oauth/token")
                .hasMessageContaining("cannot be reached, check the URL of the OAuthEndpoint or try later");
    }

    private static OAuthEndpoint atLogin(String url) {
        return OAuthEndpoint.at(URI.create(url + "/oauth/token"));
    }

    /** Repeats the request, as debugging servers do. */
    private static MockResponse echo(RecordedRequest request, int status, boolean wrapped) {
        String body = request.getBody().utf8();
        String header = request.getHeaders().get("Authorization");
        String quoted = body.replace("\\", "\\\\").replace("\"", "\\\"");
        return json(
                status,
                wrapped
                        ? "{\"error\":\"invalid_grant\",\"error_description\":\"got " + quoted + " by " + header + "\"}"
                        : "got " + body + " by " + header);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void nothingSecretIsToldWhateverTheServerRepeats(boolean json, boolean inBody) {
        OAuthEndpoint plain = json ? atLogin().asJson() : atLogin();
        OAuthEndpoint endpoint = inBody ? plain.clientInBody() : plain;
        try (PipelineLog log = PipelineLog.open(Level.TRACE)) {
            for (int status : new int[] {200, 400, 401, 403, 500}) {
                for (boolean wrapped : new boolean[] {true, false}) {
                    login.onToken(request -> echo(request, status, wrapped));
                    shown.add(failure(app(endpoint)).toString());
                    shown.add(failure(OAuth.password("app", CLIENT_SECRET, "bob", PASSWORD)
                                    .endpoint(endpoint))
                            .toString());
                    shown.add(failure(OAuth.refreshToken("app", CLIENT_SECRET, REFRESH)
                                    .endpoint(endpoint))
                            .toString());
                }
            }
            shown.add(app(endpoint).toString());
            assertThat(log.lines()).anyMatch(line -> line.contains("client_id"));
            shown.addAll(log.lines());
        }
        assertThat(shown)
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(text).doesNotContain(SECRETS));
    }

    @Test
    void aRefreshTokenThatTheServerHasGivenIsNotToldEither() {
        login.tokens(json(200, "{\"access_token\":\"t1\",\"refresh_token\":\"r3fresh\\\"t0ken\",\"expires_in\":3600}"));
        OAuth oauth = OAuth.password("app", CLIENT_SECRET, "bob", PASSWORD)
                .endpoint(atLogin().asJson().clientInBody());
        try (PipelineLog log = PipelineLog.open(Level.TRACE);
                CxClient cx = deployment.client(oauth, time)) {
            assertThat(cx.request().get("/thing").returning(JsonNode.class).execute())
                    .isNotNull();
            time.advance(Duration.ofHours(1));
            login.onToken(request -> request.getBody().utf8().contains("refresh_token")
                    ? echo(request, 400, false)
                    : echo(request, 400, true));
            assertThat(failure(cx)).hasMessageContaining("check user name and password");
            shown.addAll(log.lines());
        }
        assertThat(login.forms()).hasSize(3);
        assertThat(shown).allSatisfy(text -> assertThat(text).doesNotContain(SECRETS));
    }
}
