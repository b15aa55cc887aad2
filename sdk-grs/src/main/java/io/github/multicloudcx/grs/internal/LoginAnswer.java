package io.github.multicloudcx.grs.internal;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer of login and change of password; its token is not checked yet. */
record LoginAnswer(
        @Nullable String apiToken,

        @JsonDeserialize(using = LenientInstant.class) @Nullable
        Instant lastLogin) {
    /** The documented 0 for "not known" becomes null. */
    @Nullable
    Instant knownLastLogin() {
        return Instant.EPOCH.equals(lastLogin) ? null : lastLogin;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "LoginAnswer[****]";
    }
}
