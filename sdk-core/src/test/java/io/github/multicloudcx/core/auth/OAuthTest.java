package io.github.multicloudcx.core.auth;

import static io.github.multicloudcx.core.testing.FakeDeployment.oauthError;
import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OAuthTest {
    private static final Duration PAST_THE_END = Duration.ofHours(1);
    private static final URI REDIRECT = URI.create("https://app.example.com/signed-in?x=1");

    private final FakeTime time = new FakeTime();
    private final FakeDeployment deployment = new FakeDeployment();

    @AfterEach
    void close() {
        deployment.close();
    }

    private static JsonNode call(CxClient cx) {
        return cx.request().get("/thing").returning(JsonNode.class).execute();
    }

    /** Makes two calls, with the first token expired before the second. */
    private void callTwice(Credentials credentials) {
        try (CxClient cx = deployment.client(credentials, time)) {
            call(cx);
            time.advance(PAST_THE_END);
            call(cx);
        }
    }

    private void callOnce(Credentials credentials) {
        try (CxClient cx = deployment.client(credentials, time)) {
            call(cx);
        }
    }

    @Test
    void theTokenRequestIsAFormWithClientIdBasicHeaderAndApiKeyAndAsksForJson() {
        deployment.tokens(token("t1"));

        callOnce(OAuth.clientCredentials("my-app", "s3crét"));

        RecordedRequest request = deployment.tokenRequests().get(0);
        assertThat(request.getRequestLine()).isEqualTo("POST /auth/v3/oauth/token HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("grant_type=client_credentials&client_id=my-app");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic bXktYXBwOnMzY3LDqXQ=");
        assertThat(request.getHeaders().get("x-api-key")).isEqualTo(FakeDeployment.API_KEY);
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getHeaders().names())
                .containsExactlyInAnyOrder(
                        "Accept",
                        "Accept-Encoding",
                        "Authorization",
                        "Connection",
                        "Content-Length",
                        "Content-Type",
                        "Host",
                        "User-Agent",
                        "X-B3-TraceId",
                        "x-api-key");
    }

    @Test
    void theAccessTokenIsSentAsBearer() {
        deployment.tokens(token("t1"));

        callOnce(OAuth.clientCredentials("app", "secret"));

        assertThat(deployment.authorizations()).containsExactly("Bearer t1");
    }

    @Test
    void clientCredentialsAreSentAgainWhenThereIsNoRefreshToken() {
        deployment.tokens(token("t1"), token("t2"));

        callTwice(OAuth.clientCredentials("app", "secret"));

        assertThat(deployment.forms())
                .containsExactly(
                        "grant_type=client_credentials&client_id=app", "grant_type=client_credentials&client_id=app");
        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void theBackslashBetweenTenantAndUserIsPercentEncoded() {
        deployment.tokens(token("t1"));

        callOnce(OAuth.password("app", "secret", "tenant\\user", "p&s w=rd+ü"));

        assertThat(deployment.forms())
                .containsExactly(
                        "grant_type=password&client_id=app&username=tenant%5Cuser" + "&password=p%26s+w%3Drd%2B%C3%BC");
    }

    @Test
    void aCodeIsExchangedOnceAndThenTheRefreshTokenIsUsed() {
        deployment.tokens(token("t1", "r1"), token("t2", "r2"));

        callTwice(OAuth.authorizationCode("app", "secret", "c0de", REDIRECT));

        assertThat(deployment.forms())
                .containsExactly(
                        "grant_type=authorization_code&client_id=app&code=c0de"
                                + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fsigned-in%3Fx%3D1",
                        "grant_type=refresh_token&client_id=app&refresh_token=r1");
    }

    @Test
    void aCodeWhoseExchangeNeverReachedTheServerIsTriedAgain() {
        deployment.tokens(oauthError(503, "temporarily_unavailable"), token("t1", "r1"));
        OAuth oauth = OAuth.authorizationCode("app", "secret", "c0de", REDIRECT);

        try (CxClient cx = deployment.client(oauth, time)) {
            assertThat(catchThrowableOfType(AuthenticationException.class, () -> call(cx)))
                    .isNotNull();
            time.advance(Duration.ofSeconds(1));
            call(cx);
        }

        assertThat(deployment.forms()).hasSize(2).allMatch(form -> form.contains("code=c0de"));
    }

    @Test
    void aCodeWinsOverWhatTheStoreHolds() {
        TokenStore store = TokenStore.inMemory();
        deployment.tokens(token("t1", "r1"), token("t2", "r2"));

        callOnce(OAuth.authorizationCode("app", "secret", "first", REDIRECT).tokenStore(store));
        callOnce(OAuth.authorizationCode("app", "secret", "second", REDIRECT).tokenStore(store));

        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void aRotatedRefreshTokenReplacesTheOldOne() {
        deployment.tokens(token("t1", "r1"), token("t2", "r2"), token("t3"), token("t4"));
        OAuth oauth = OAuth.refreshToken("app", "secret", "r0");

        callTwice(oauth);
        time.advance(PAST_THE_END);
        callTwice(oauth);

        assertThat(deployment.forms())
                .containsExactly(
                        "grant_type=refresh_token&client_id=app&refresh_token=r0",
                        "grant_type=refresh_token&client_id=app&refresh_token=r1",
                        "grant_type=refresh_token&client_id=app&refresh_token=r2",
                        "grant_type=refresh_token&client_id=app&refresh_token=r2");
    }

    @Test
    void aRefreshTokenBroughtAlongIsTriedWhenTheStoredOneIsRefused() {
        deployment.tokens(token("t1", "r1"), oauthError(400, "invalid_grant"), token("t2"));

        callTwice(OAuth.refreshToken("app", "secret", "r0"));

        assertThat(deployment.forms())
                .extracting(form -> form.substring(form.lastIndexOf('=') + 1))
                .containsExactly("r0", "r1", "r0");
    }

    @Test
    void aLaterRunUsesWhatTheSignInHasStored() {
        TokenStore store = TokenStore.inMemory();
        deployment.tokens(token("t1", "r1"), token("t2", "r2"));
        callOnce(OAuth.authorizationCode("app", "secret", "c0de", REDIRECT).tokenStore(store));

        callTwice(OAuth.stored("app", "secret", store));

        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
        assertThat(deployment.forms().get(1)).isEqualTo("grant_type=refresh_token&client_id=app&refresh_token=r1");
    }

    @Test
    void anEmptyStoreIsAnErrorBeforeAnythingIsSent() {
        OAuth oauth = OAuth.stored("app", "secret", TokenStore.inMemory());

        try (CxClient cx = deployment.client(oauth, time)) {
            assertThat(catchThrowableOfType(AuthenticationException.class, () -> call(cx)))
                    .hasMessageContaining("let the user sign in again");
        }

        assertThat(deployment.tokenRequests()).isEmpty();
        assertThat(deployment.calls()).isEmpty();
    }

    @Test
    void anyOtherGrantSendsItsFieldsInOrder() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("subject_token", "abc/def");
        fields.put("audience", "x y");
        fields.put("assertion", "a.b.c");
        deployment.tokens(token("t1"));

        callOnce(OAuth.grant("app", "secret", "urn:ietf:params:oauth:grant-type:token-exchange", fields));

        assertThat(deployment.forms())
                .containsExactly("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=app"
                        + "&subject_token=abc%2Fdef&audience=x+y&assertion=a.b.c");
    }

    @Test
    void aScopeIsSentOnlyWhenAskedFor() {
        deployment.tokens(token("t1"));

        callOnce(OAuth.clientCredentials("app", "secret").scope("*"));

        assertThat(deployment.forms()).containsExactly("grant_type=client_credentials&client_id=app&scope=*");
    }

    @Test
    void aScopeIsSentAlongWithARefreshTokenThatWasBroughtAlong() {
        deployment.tokens(token("t1"));

        callOnce(OAuth.refreshToken("app", "secret", "r0").scope("*"));

        assertThat(deployment.forms())
                .containsExactly("grant_type=refresh_token&client_id=app&refresh_token=r0&scope=*");
    }

    @Test
    void theTokenEndpointOfAnAuthHostOfItsOwnIsUsed() {
        deployment.tokens(token("t1"));
        try (FakeDeployment other = new FakeDeployment();
                CxClient cx = other.builder(time)
                        .baseUrl(ApiFamily.AUTH, deployment.url())
                        .credentials(OAuth.clientCredentials("app", "secret"))
                        .build()) {
            call(cx);

            assertThat(deployment.tokenRequests()).hasSize(1);
            assertThat(other.authorizations()).containsExactly("Bearer t1");
        }
    }

    @Test
    void badParametersAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.clientCredentials(" ", "secret"))
                .withMessageContaining("clientId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.clientCredentials("a:b", "secret"))
                .withMessageContaining("clientId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.clientCredentials("app", ""))
                .withMessageContaining("clientSecret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.password("app", "secret", "", "password"))
                .withMessageContaining("username");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.authorizationCode("app", "secret", "", REDIRECT))
                .withMessageContaining("code");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.refreshToken("app", "secret", ""))
                .withMessageContaining("refreshToken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.grant("app", "secret", "", Map.of()))
                .withMessageContaining("grantType");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.clientCredentials("app", "secret").scope(""))
                .withMessageContaining("scope");
    }

    @Test
    void nothingSecretIsPrinted() {
        OAuth password = OAuth.password("app", "client-secret", "user", "user-password");
        OAuth code = OAuth.authorizationCode("app", "client-secret", "one-time-code", REDIRECT);
        OAuth refresh = OAuth.refreshToken("app", "client-secret", "refresh-token");

        assertThat(password + " " + code + " " + refresh)
                .contains("grant=password", "clientId=app")
                .doesNotContain("client-secret", "user-password", "one-time-code", "refresh-token");
    }
}
