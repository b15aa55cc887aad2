package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AuthorizationCallbackTest {
    private static final URI REDIRECT_URI = URI.create("https://app.example.com/callback");

    private final AuthorizationCallback callback = new AuthorizationCallback("client", REDIRECT_URI, "the-code");

    @Test
    void itPrintsNoCode() {
        assertThat(callback)
                .hasToString("AuthorizationCallback[clientId=client, redirectUri=https://app.example.com/callback,"
                        + " code=****]");
    }

    @Test
    void itsCredentialsPrintNeitherCodeNorSecret() {
        assertThat(callback.credentials("client-secret").toString()).doesNotContain("the-code", "client-secret");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> callback.credentials(" ")).hasMessageStartingWith("clientSecret is required");
        assertThatThrownBy(() -> new AuthorizationCallback("", REDIRECT_URI, "the-code"))
                .hasMessageStartingWith("clientId is required");
        assertThatThrownBy(() -> new AuthorizationCallback("client", URI.create("/callback"), "the-code"))
                .hasMessageStartingWith("redirectUri must be absolute");
        assertThatThrownBy(() -> new AuthorizationCallback("client", REDIRECT_URI, " "))
                .hasMessageStartingWith("code is required");
    }
}
