package io.github.multicloudcx.udm.model;

import org.jspecify.annotations.Nullable;

/**
 * Version of the service. Each field may be null.
 *
 * <p>User Data Management API v10, model "VersionInfo".
 *
 * @param version version
 * @param buildNumber build
 * @param changeset revision of the source code
 * @param name name of the service
 */
public record VersionInfo(
        @Nullable String version,
        @Nullable String buildNumber,
        @Nullable String changeset,
        @Nullable String name) {}
