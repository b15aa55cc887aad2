package io.github.multicloudcx.sandbox.internal.architect;

import java.time.Duration;
import java.util.Set;

/** What may be switched. Each field is read and written by itself. */
public final class ArchitectSettings {
    public static final String CLIENT = "architect-client";
    public static final String SECRET = "architect-secret";
    public static final String ORGANIZATION = "b7c1d2e3-0f4a-4b5c-8d6e-7f8091a2b3c4";
    public static final Set<String> ALL_SCOPES =
            Set.of("organization:read", "architect:read", "architect:write", "flow:read", "flow:write");

    public volatile Set<String> scopes = ALL_SCOPES;
    public volatile Duration tokenLifetime = Duration.ofHours(1);
    public volatile int reloadStatus = 202;
    public volatile boolean tokenInSnakeCase;
    public volatile boolean nothingFoundIs404;
    public volatile boolean entitiesWithoutSettings;
    public volatile boolean patchAnswersWithoutSettings;
    public volatile boolean keepsRemovedKeys;
    public volatile boolean retryAfterAsDate;
    public volatile boolean retryAfterMissing;
}
