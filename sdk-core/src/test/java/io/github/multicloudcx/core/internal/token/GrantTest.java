package io.github.multicloudcx.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantTest {
    private static final String DEPLOYMENT = "https://one.example.com/auth/v3";

    private static Grant password(String client, String user, String password) {
        return Grant.of("password", client, "client-secret", Map.of("username", user, "password", password));
    }

    private static Grant assertion(String assertion) {
        return Grant.of("jwt-bearer", "app", "client-secret", Map.of("assertion", assertion));
    }

    @Test
    void theKeyTellsDeploymentsClientsGrantsAndUsersApart() {
        Grant jane = password("app", "jane", "secret-1");

        assertThat(Set.of(
                        jane.key(DEPLOYMENT),
                        jane.key("https://two.example.com/auth/v3"),
                        password("other", "jane", "secret-1").key(DEPLOYMENT),
                        password("app", "john", "secret-1").key(DEPLOYMENT),
                        Grant.of("client_credentials", "app", "client-secret", Map.of())
                                .key(DEPLOYMENT),
                        Grant.refresh("app", "client-secret", "refresh-1").key(DEPLOYMENT),
                        Grant.refresh("app", "client-secret", "refresh-2").key(DEPLOYMENT)))
                .hasSize(7);
    }

    @Test
    void theKeyTellsTheUsersOfOtherGrantsApart() {
        assertThat(assertion("of-jane").key(DEPLOYMENT))
                .isNotEqualTo(assertion("of-john").key(DEPLOYMENT))
                .isEqualTo(assertion("of-jane").key(DEPLOYMENT));
    }

    @Test
    void aChangedPasswordKeepsTheKey() {
        assertThat(password("app", "jane", "old").key(DEPLOYMENT))
                .isEqualTo(password("app", "jane", "new").key(DEPLOYMENT));
    }

    @Test
    void aCodeIsFoundAgainWithoutTheCode() {
        Map<String, String> fields = Map.of("code", "c0de", "redirect_uri", "https://app.example.com/");

        assertThat(Grant.oneTime("authorization_code", "app", "client-secret", fields)
                        .with("scope", "*")
                        .key(DEPLOYMENT))
                .isEqualTo(Grant.storedOnly("authorization_code", "app", "client-secret")
                        .key(DEPLOYMENT));
    }

    @Test
    void theKeyHoldsNoSecret() {
        Grant refresh = Grant.refresh("app", "client-secret", "refresh-1");

        assertThat(password("app", "jane", "password-1").key(DEPLOYMENT)
                        + refresh.key(DEPLOYMENT)
                        + assertion("assertion-1").key(DEPLOYMENT))
                .contains(DEPLOYMENT, "app", "jane")
                .doesNotContain("client-secret", "password-1", "refresh-1", "assertion-1");
    }

    @Test
    void everythingSecretIsNamed() {
        assertThat(password("app", "jane", "password-1").secrets())
                .contains("client-secret", "password-1", StaticAuthenticator.basicValue("app", "client-secret"))
                .doesNotContain("jane");
        assertThat(Grant.refresh("app", "client-secret", "refresh-1").secrets()).contains("refresh-1");
    }
}
