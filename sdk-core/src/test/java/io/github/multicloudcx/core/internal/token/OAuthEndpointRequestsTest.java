package io.github.multicloudcx.core.internal.token;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static io.github.multicloudcx.core.testing.FakeDeployment.oauthError;
import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OAuthEndpoint;
import io.github.multicloudcx.core.auth.TokenStore;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import io.github.multicloudcx.core.testing.TestThreads;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to token endpoints other than that of the Authentication API. */
@Timeout(60)
class OAuthEndpointRequestsTest {
    private static final String PATH = "/api/v2/oauth/token";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SCOPE = "organization:read architect:read";

    private final FakeTime time = new FakeTime();
    private final FakeDeployment deployment = new FakeDeployment();
    private final FakeDeployment login = new FakeDeployment();

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

    private static OAuth app() {
        return OAuth.clientCredentials("my-app", "s3crét");
    }

    private static void call(CxClient cx) {
        JsonNode answer = cx.request().get("/thing").returning(JsonNode.class).execute();
        assertThat(answer.path("ok").asBoolean()).isTrue();
    }

    private void callOnce(OAuth oauth) {
        try (CxClient cx = deployment.client(oauth, time)) {
            call(cx);
        }
    }

    /** Makes two calls, with the first token expired before the second. */
    private void callTwice(OAuth oauth) {
        try (CxClient cx = deployment.client(oauth, time)) {
            call(cx);
            time.advance(Duration.ofHours(1));
            call(cx);
        }
    }

    private static void assertRequest(
            RecordedRequest request, String type, @Nullable String authorization, String body) {
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly(type);
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(authorization);
        assertThat(request.getBody().utf8()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "false | false | grant_type=client_credentials&client_id=my-app"
                        + "&scope=organization%3Aread+architect%3Aread",
                "false | true  | grant_type=client_credentials&client_id=my-app&client_secret=s3cr%C3%A9t"
                        + "&scope=organization%3Aread+architect%3Aread",
                "true  | false | {\"grant_type\":\"client_credentials\",\"client_id\":\"my-app\""
                        + ",\"scope\":\"organization:read architect:read\"}",
                "true  | true  | {\"grant_type\":\"client_credentials\",\"client_id\":\"my-app\""
                        + ",\"client_secret\":\"s3crét\",\"scope\":\"organization:read architect:read\"}"
            })
    void theRequestIsWrittenInAllFourForms(boolean json, boolean inBody, String body) {
        String type = json ? "application/json" : FORM;
        String basic = inBody ? null : "Basic bXktYXBwOnMzY3LDqXQ=";
        deployment.tokens(token("t1"));
        login.tokens(token("t2"));

        for (OAuthEndpoint plain : List.of(architect(), atLogin())) {
            OAuthEndpoint form = json ? plain.asJson() : plain;
            callOnce(app().scope(SCOPE).endpoint(inBody ? form.clientInBody() : form));
        }

        RecordedRequest below = deployment.tokenRequests().get(0);
        assertThat(below.getRequestLine()).isEqualTo("POST " + PATH + " HTTP/1.1");
        assertRequest(below, type, basic, body);
        assertThat(below.getHeaders().get("x-api-key")).isEqualTo(FakeDeployment.API_KEY);
        RecordedRequest elsewhere = login.tokenRequests().get(0);
        assertThat(elsewhere.getRequestLine()).isEqualTo("POST /oauth/token HTTP/1.1");
        assertRequest(elsewhere, type, basic, body);
        assertThat(elsewhere.getHeaders().names()).doesNotContain("x-api-key");
        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
        assertThat(login.calls()).isEmpty();
    }

    @Test
    void aUrlOfTheDeploymentItselfGetsItsApiKey() {
        deployment.tokens(token("t1"));

        callOnce(app().endpoint(OAuthEndpoint.at(URI.create(deployment.url() + "/oauth/token"))));

        RecordedRequest request = deployment.tokenRequests().get(0);
        assertThat(request.getTarget()).isEqualTo("/oauth/token");
        assertThat(request.getHeaders().get("x-api-key")).isEqualTo(FakeDeployment.API_KEY);
    }

    @Test
    void theTokenIsRenewedBeforeItExpires() throws InterruptedException {
        login.tokens(token("t1"), token("t2"));
        try (CxClient cx = deployment.client(app().endpoint(atLogin().clientInBody()), time)) {
            call(cx);
            time.advance(Duration.ofSeconds(3600 - 60));
            call(cx);
            TestThreads.joinRenewals();
            call(cx);
        }
        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
        assertThat(login.forms())
                .hasSize(2)
                .containsOnly("grant_type=client_credentials&client_id=my-app&client_secret=s3cr%C3%A9t");
    }

    @Test
    void theTokenIsRenewedOnceAfterA401() {
        login.tokens(token("t1"), token("t2"));
        deployment.onCall(request -> "Bearer t2".equals(request.getHeaders().get("Authorization"))
                ? json(200, "{\"ok\":true}")
                : json(401, "{\"message\":\"expired\"}"));

        callOnce(app().endpoint(atLogin().clientInBody().asJson()));

        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
        assertThat(login.tokenRequests()).hasSize(2);
    }

    @Test
    void refreshTokensGoToTheSameEndpointInTheSameForm() {
        login.tokens(token("t1", "r1"), token("t2"), oauthError(400, "invalid_grant"), token("t3"));
        OAuth oauth = app().endpoint(atLogin().clientInBody().asJson());

        callTwice(oauth);
        time.advance(Duration.ofHours(1));
        callOnce(oauth);

        String app = "\"client_id\":\"my-app\",\"client_secret\":\"s3crét\"";
        String refresh = "{\"grant_type\":\"refresh_token\"," + app + ",\"refresh_token\":\"r1\"}";
        String grant = "{\"grant_type\":\"client_credentials\"," + app + "}";
        assertThat(login.forms()).containsExactly(grant, refresh, refresh, grant);
        assertThat(login.tokenRequests())
                .allSatisfy(request ->
                        assertThat(request.getHeaders().names()).doesNotContain("Authorization", "x-api-key"));
    }

    @Test
    void otherGrantsAreWrittenInTheSameForm() {
        deployment.tokens(token("t1", "r1"), token("t2"), token("t3"), token("t4"));
        OAuthEndpoint endpoint = architect().clientInBody();
        URI redirect = URI.create("https://app.example.com/");

        callOnce(OAuth.password("app", "secret", "jane", "p w").endpoint(endpoint));
        callOnce(OAuth.authorizationCode("app", "secret", "c0de", redirect).endpoint(endpoint));
        callOnce(OAuth.refreshToken("app", "secret", "r0").endpoint(endpoint));
        callOnce(OAuth.grant("app", "secret", "jwt", Map.of("assertion", "")).endpoint(endpoint.asJson()));

        String app = "&client_id=app&client_secret=secret";
        assertThat(deployment.forms())
                .containsExactly(
                        "grant_type=password" + app + "&username=jane&password=p+w",
                        "grant_type=authorization_code" + app
                                + "&code=c0de&redirect_uri=https%3A%2F%2Fapp.example.com%2F",
                        "grant_type=refresh_token" + app + "&refresh_token=r0",
                        "{\"grant_type\":\"jwt\",\"client_id\":\"app\",\"client_secret\":\"secret\",\"assertion\":\"\"}");
    }

    @Test
    void endpointsDoNotShareTokensInOneStore() {
        TokenStore store = TokenStore.inMemory();
        deployment.tokens(token("standard"), token("architect"));
        login.tokens(token("login"));
        OAuth standard = app().tokenStore(store);

        for (int run = 0; run < 2; run++) {
            callOnce(standard);
            callOnce(standard.endpoint(architect()));
            callOnce(standard.endpoint(atLogin()));
        }

        assertThat(deployment.authorizations())
                .containsExactly(
                        "Bearer standard",
                        "Bearer architect",
                        "Bearer login",
                        "Bearer standard",
                        "Bearer architect",
                        "Bearer login");
    }

    @Test
    void theFormDoesNotTellTokensApart() {
        TokenStore store = TokenStore.inMemory();
        deployment.tokens(token("t1"));

        callOnce(app().tokenStore(store).endpoint(architect()));
        callOnce(app().tokenStore(store).endpoint(architect().clientInBody().asJson()));

        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t1");
    }

    @Test
    void theStandardEndpointFindsWhatWasStoredUnderItsKeyBefore() {
        TokenStore store = TokenStore.inMemory();
        deployment.tokens(token("t1"));
        OAuth standard = app().tokenStore(store);

        callOnce(standard);
        callOnce(standard.endpoint(OAuthEndpoint.of(ApiFamily.AUTH, "/oauth/token")));

        assertThat(store.load(deployment.url() + "/auth/v3|my-app|client_credentials|"))
                .isNotNull();
        assertThat(deployment.tokenRequests()).hasSize(1);
    }

    @Test
    void theKeyOfAnotherEndpointIsItsUrl() {
        TokenStore store = TokenStore.inMemory();
        deployment.tokens(token("t1"));
        login.tokens(token("t2"));

        callOnce(app().tokenStore(store).endpoint(architect()));
        callOnce(app().tokenStore(store).endpoint(atLogin()));

        assertThat(store.load(deployment.url() + PATH + "|my-app|client_credentials|"))
                .isNotNull();
        assertThat(store.load(login.url() + "/oauth/token|my-app|client_credentials|"))
                .isNotNull();
    }
}
