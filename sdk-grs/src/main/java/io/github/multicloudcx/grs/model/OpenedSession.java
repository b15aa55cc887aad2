package io.github.multicloudcx.grs.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer of login and change of password.
 *
 * @param apiToken token of the session
 * @param lastLogin when the user logged in before, or null when the server does not know
 */
public record OpenedSession(ApiToken apiToken, @Nullable Instant lastLogin) {}
