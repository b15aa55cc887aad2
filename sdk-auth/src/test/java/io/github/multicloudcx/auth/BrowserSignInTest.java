package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BrowserSignInTest {
    private static final URI REDIRECT_URI = URI.create("http://127.0.0.1/callback");

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension();

    private Sandbox sandbox;

    @BeforeEach
    void sandbox() {
        sandbox = extension.sandbox();
    }

    private CxClient connect(Credentials credentials) {
        return CxClient.builder()
                .baseUrl(sandbox.baseUrl())
                .apiKey(sandbox.apiKey())
                .credentials(credentials)
                .failOnUnknownFields(true)
                .build();
    }

    private AuthorizationRequest request(String clientId) {
        try (CxClient cx = connect(Credentials.none())) {
            return AuthClient.create(cx)
                    .authorizationCode(clientId)
                    .redirectUri(REDIRECT_URI)
                    .hideTenant(true)
                    .scope("*")
                    .start();
        }
    }

    private String callback(AuthorizationRequest request) throws IOException, InterruptedException {
        return new Browser().signIn(request.url(), sandbox.username(), sandbox.password());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aUserSignsInAndTheApplicationActsForThem(boolean ampersand) throws IOException, InterruptedException {
        sandbox.oauth().joinCodeWithAmpersand(ampersand);
        AuthorizationRequest request = request(sandbox.clientId());

        String callback = callback(request);
        AuthorizationCallback authorized = request.parse(callback);

        assertThat(callback).startsWith(REDIRECT_URI + (ampersand ? "&" : "?") + "code=");
        try (CxClient cx = connect(authorized.credentials(sandbox.clientSecret()))) {
            assertThat(AuthClient.create(cx).userInfo().execute().username()).isEqualTo(sandbox.username());
        }
        RecordedRequest exchange = sandbox.requests("retrieveToken").get(0);
        assertThat(exchange.bodyText().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=authorization_code",
                        "client_id=" + sandbox.clientId(),
                        "code=" + authorized.code(),
                        "redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback");
    }

    @Test
    void theBrowserCarriesNeitherApiKeyNorAuthorization() throws IOException, InterruptedException {
        callback(request(sandbox.clientId()));

        RecordedRequest opened = sandbox.requests("authorize").get(0);
        assertThat(opened.header("x-api-key")).isNull();
        assertThat(opened.header("Authorization")).isNull();
        assertThat(opened.query()).doesNotContain(sandbox.apiKey());
        assertThat(opened.status()).isEqualTo(302);
    }

    @Test
    void anotherProcessFinishesWhatThisOneBegan() throws IOException, InterruptedException {
        AuthorizationRequest begun = request(sandbox.clientId());
        String callback = callback(begun);

        try (CxClient cx = connect(Credentials.none())) {
            AuthorizationRequest resumed = AuthClient.create(cx)
                    .authorizationCode(sandbox.clientId())
                    .redirectUri(REDIRECT_URI)
                    .resume(begun.state());
            assertThat(resumed.parse(callback).code()).isNotBlank();
        }
    }

    @Test
    void theCallbackOfOneUserIsRefusedInTheSessionOfAnother() throws IOException, InterruptedException {
        String callback = callback(request(sandbox.clientId()));
        AuthorizationRequest other = request(sandbox.clientId());

        assertThatThrownBy(() -> other.parse(callback)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void aCodeIsGoodOnce() throws IOException, InterruptedException {
        AuthorizationRequest request = request(sandbox.clientId());
        AuthorizationCallback authorized = request.parse(callback(request));
        try (CxClient first = connect(authorized.credentials(sandbox.clientSecret()));
                CxClient second = connect(authorized.credentials(sandbox.clientSecret()))) {
            AuthClient.create(first).ping().execute();

            assertThatThrownBy(() -> AuthClient.create(second).ping().execute())
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("sign in again")
                    .hasMessageNotContaining(authorized.code());
        }
    }
}
