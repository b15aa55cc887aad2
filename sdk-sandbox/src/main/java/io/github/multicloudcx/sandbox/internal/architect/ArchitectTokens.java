package io.github.multicloudcx.sandbox.internal.architect;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.auth.ExpiringStore;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import java.util.Optional;
import java.util.Set;

/** The access tokens in circulation; those of the gateway are others. */
public final class ArchitectTokens {
    private final ArchitectSettings settings;
    private final ExpiringStore<Grant> tokens;

    ArchitectTokens(ArchitectSettings settings, SandboxClock clock, Secrets secrets) {
        this.settings = settings;
        this.tokens = new ExpiringStore<>(clock, secrets);
    }

    public String issue(Set<String> scopes) {
        return tokens.put(new Grant(ArchitectSettings.CLIENT, scopes), settings.tokenLifetime);
    }

    Optional<Grant> grant(String token) {
        return tokens.get(token);
    }

    public void revoke(String token) {
        tokens.remove(token);
    }

    public void revokeAll() {
        tokens.removeIf(grant -> true);
    }
}
