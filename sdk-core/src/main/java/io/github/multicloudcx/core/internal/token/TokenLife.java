package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.OAuthToken;
import java.time.Duration;
import java.time.Instant;

/** Tells when a token is to be renewed: a tenth of its life before the end, and at most a minute. */
final class TokenLife {
    private static final Duration LONGEST_AHEAD = Duration.ofSeconds(60);

    private final TimeSource time;

    TokenLife(TimeSource time) {
        this.time = time;
    }

    /** Still good, but better renewed now. */
    boolean stale(OAuthToken token) {
        return !time.now().isBefore(token.expiresAt().minus(ahead(token)));
    }

    /** Past its end. */
    boolean expired(OAuthToken token) {
        Instant now = time.now();
        return !now.isBefore(token.expiresAt());
    }

    /** Not worth taking over from a store. */
    boolean worn(OAuthToken token) {
        return stale(token);
    }

    private static Duration ahead(OAuthToken token) {
        Duration tenth = Duration.between(token.issuedAt(), token.expiresAt()).dividedBy(10);
        return tenth.compareTo(LONGEST_AHEAD) < 0 ? tenth : LONGEST_AHEAD;
    }
}
