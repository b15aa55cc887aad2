package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationRequestBuilderTest {
    private static final URI AUTH_URL = URI.create("https://gapi.example.com/auth/v3");

    private final AuthorizationRequestBuilder builder = AuthorizationRequest.builder(AUTH_URL, "client");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/callback",
                "callback",
                "//app.example.com/callback",
                "mailto:agent@example.com",
                "https:///callback",
                "HTTP:/callback",
                ""
            })
    void aRedirectUriThatIsNotAbsoluteIsRefused(String uri) {
        assertThatThrownBy(() -> builder.redirectUri(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("redirectUri must be absolute, such as https://app.example.com/callback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com/callback#", "https://app.example.com/#/callback"})
    void aRedirectUriWithAFragmentIsRefused(String uri) {
        assertThatThrownBy(() -> builder.redirectUri(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("redirectUri must not have a fragment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/callback", "https://app.example.com/cb?x=1", "com.example.app:/callback"})
    void otherRedirectUrisAreTaken(String uri) {
        assertThat(builder.redirectUri(URI.create(uri)).start().url()).isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void whatIsMissingIsNamed(String none) {
        assertThatThrownBy(() -> AuthorizationRequest.builder(AUTH_URL, none))
                .hasMessageStartingWith("clientId is required");
        assertThatThrownBy(() -> builder.scope(none)).hasMessageStartingWith("scope is required");
        assertThatThrownBy(() -> builder.resume(none)).hasMessageStartingWith("state is required");
    }

    @Test
    void aRequestNeedsARedirectUri() {
        assertThatThrownBy(() -> AuthorizationRequest.builder(null, "client")).hasMessage("authUrl is required");
        assertThatThrownBy(() -> builder.redirectUri(null)).hasMessage("redirectUri is required");
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("redirectUri is required");
    }
}
