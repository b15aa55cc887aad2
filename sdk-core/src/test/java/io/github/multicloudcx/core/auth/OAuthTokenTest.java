package io.github.multicloudcx.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OAuthTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void nothingSecretIsPrinted() {
        assertThat(new OAuthToken("access-1", "refresh-1", "*", NOW, NOW))
                .hasToString("OAuthToken[accessToken=****, refreshToken=****, scope=*, issuedAt=2026-01-01T00:00:00Z,"
                        + " expiresAt=2026-01-01T00:00:00Z]");
        assertThat(new OAuthToken("access-1", null, null, NOW, NOW).toString()).contains("refreshToken=none");
    }

    @Test
    void aTokenThatCannotBeSentIsRefusedAndNotQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OAuthToken("hunter22\n", null, null, NOW, NOW))
                .withMessageStartingWith("access_token has a line break")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter22"));
    }

    @Test
    void aTokenWithoutTimesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OAuthToken("access-1", null, null, null, NOW))
                .withMessage("issuedAt is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OAuthToken("access-1", null, null, NOW, null))
                .withMessage("expiresAt is required");
    }
}
