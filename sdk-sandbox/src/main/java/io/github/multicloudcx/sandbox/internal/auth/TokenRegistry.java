package io.github.multicloudcx.sandbox.internal.auth;

import io.github.multicloudcx.sandbox.OAuthClient;
import io.github.multicloudcx.sandbox.SandboxClock;
import java.time.Duration;
import java.util.Optional;

/** The tokens and codes in circulation. */
public final class TokenRegistry {
    static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    private final ExpiringStore<Caller> accessTokens;
    private final ExpiringStore<Caller> refreshTokens;
    private final ExpiringStore<AuthorizationCode> codes;

    public TokenRegistry(SandboxClock clock, Secrets secrets) {
        accessTokens = new ExpiringStore<>(clock, secrets);
        refreshTokens = new ExpiringStore<>(clock, secrets);
        codes = new ExpiringStore<>(clock, secrets);
    }

    public String newAccessToken(OAuthClient client, Caller caller) {
        return accessTokens.put(caller, client.accessTokenLifetime());
    }

    String newRefreshToken(OAuthClient client, Caller caller) {
        return refreshTokens.put(caller, client.refreshTokenLifetime());
    }

    public String newCode(Caller caller, String redirectUri) {
        return codes.put(new AuthorizationCode(caller, redirectUri), CODE_LIFETIME);
    }

    public Optional<Caller> caller(String accessToken) {
        return accessTokens.get(accessToken);
    }

    Optional<Caller> refreshing(String refreshToken) {
        return refreshTokens.get(refreshToken);
    }

    void spendRefreshToken(String refreshToken) {
        refreshTokens.remove(refreshToken);
    }

    Optional<AuthorizationCode> spendCode(String code) {
        return codes.remove(code);
    }

    public void revokeAccessToken(String accessToken) {
        accessTokens.remove(accessToken);
    }

    void revokeEverythingOf(Caller caller) {
        accessTokens.removeIf(other -> other.name().equals(caller.name()));
        refreshTokens.removeIf(other -> other.name().equals(caller.name()));
    }

    public void revokeAccessTokens() {
        accessTokens.removeIf(caller -> true);
    }

    public void revokeAll() {
        revokeAccessTokens();
        refreshTokens.removeIf(caller -> true);
        codes.removeIf(code -> true);
    }
}
