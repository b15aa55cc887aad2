package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OAuthEndpoint;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs what {@code docs/auth.md} shows. */
@Timeout(60)
class AuthSnippetsTest {
    private static final Path PAGE = Path.of("..", "docs", "auth.md");

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension();

    private final List<String> greeted = new ArrayList<>();
    private Sandbox sandbox;
    private CxClient cx;

    @BeforeEach
    void connect() {
        sandbox = extension.sandbox();
        cx = CxClient.builder()
                .baseUrl(sandbox.baseUrl())
                .apiKey(sandbox.apiKey())
                .credentials(OAuth.password(
                        sandbox.clientId(), sandbox.clientSecret(), sandbox.username(), sandbox.password()))
                .build();
    }

    @AfterEach
    void disconnect() {
        cx.close();
    }

    private void greet(String name) {
        greeted.add(name);
    }

    @Test
    void everyOperationIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page)
                .contains(
                        "GET /ping",
                        "GET /userinfo",
                        "GET /openid/userinfo",
                        "GET /jwt-userinfo",
                        "POST /change-password",
                        "POST /sign-out",
                        "GET /sign-out",
                        "GET /oauth/authorize",
                        "POST /oauth/token");
        assertThat(Stream.of(AuthClient.class.getMethods()).map(method -> method.getName() + "("))
                .allSatisfy(method -> assertThat(page).contains(method));
    }

    @Test
    void signingInWithABrowser() throws IOException, InterruptedException {
        String clientId = sandbox.clientId();
        String clientSecret = sandbox.clientSecret();
        String apiKey = sandbox.apiKey();
        URI baseUrl = sandbox.baseUrl();
        URI redirectUri = URI.create("http://127.0.0.1/callback");
        Map<String, String> session = new HashMap<>();
        AuthClient auth = AuthClient.create(cx);

        AuthorizationRequest request =
                auth.authorizationCode(clientId).redirectUri(redirectUri).start();
        session.put("state", request.state());
        URI sendTheBrowserTo = request.url();

        String requestedUrl = new Browser().signIn(sendTheBrowserTo, sandbox.username(), sandbox.password());

        AuthorizationCallback callback = auth.authorizationCode(clientId)
                .redirectUri(redirectUri)
                .resume(session.get("state"))
                .parse(requestedUrl);

        try (CxClient user = CxClient.builder()
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .credentials(callback.credentials(clientSecret))
                .build()) {
            CloudUserDetails details = AuthClient.create(user).userInfo().execute();
            greet(details.username());
        }

        assertThat(greeted).containsExactly(sandbox.username());
    }

    @Test
    void operations() {
        AuthClient auth = AuthClient.create(cx);

        auth.ping().execute();

        CloudUserDetails me = auth.userInfo().execute();
        OpenIdUserInfo claims = auth.openIdUserInfo().execute();

        String jwt = auth.jwtUserInfo().execute();

        assertThat(me.username()).isEqualTo(claims.userName());
        assertThat(jwt).isNotBlank();
    }

    @Test
    void changingAPasswordAndSigningOut() {
        AuthClient auth = AuthClient.create(cx);
        String oldPassword = sandbox.password();
        String newPassword = "another-password";

        auth.changePassword(PasswordChange.builder()
                        .oldPassword(oldPassword)
                        .newPassword(newPassword)
                        .build())
                .execute();

        auth.signOut().execute();

        assertThat(sandbox.requests("signOutPost")).hasSize(1);
    }

    @Test
    void signingOutEverywhere() {
        AuthClient auth = AuthClient.create(cx);

        auth.signOut(SignOutScope.ALL_TOKENS_OF_THE_USER).execute();

        assertThat(sandbox.requests("signOutPost").get(0).query()).isEqualTo("global=true");
    }

    @Test
    void tokensFromAnotherEndpoint() {
        String clientId = sandbox.clientId();
        String clientSecret = sandbox.clientSecret();

        OAuth architect = OAuth.clientCredentials(clientId, clientSecret)
                .scope("organization:read architect:read")
                .endpoint(OAuthEndpoint.of(ApiFamily.ARCHITECT, "/api/v2/oauth/token")
                        .clientInBody()
                        .asJson());
        OAuth login = OAuth.clientCredentials(clientId, clientSecret)
                .endpoint(OAuthEndpoint.at(URI.create("https://login.mypurecloud.com/oauth/token")));

        for (OAuth oauth : List.of(architect, login)) {
            CxClient.builder()
                    .baseUrl(sandbox.baseUrl())
                    .credentials(oauth)
                    .build()
                    .close();
        }
        assertThat(architect.toString()).contains("ARCHITECT /api/v2/oauth/token, JSON, client in the body");
        assertThat(login.toString()).contains("https://login.mypurecloud.com/oauth/token, form, client as HTTP Basic");
    }

    @Test
    void signingOutWithARedirect() {
        AuthClient auth = AuthClient.create(cx);
        URI goodbye = URI.create("https://app.example.com/goodbye");

        URI next = auth.signOutWithRedirect(goodbye).execute();

        assertThat(next).isEqualTo(goodbye);
    }
}
