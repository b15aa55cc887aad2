package io.github.multicloudcx.udm.model;

import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * <p>User Data Management API v10, model "JobProgress".
 *
 * @param progress percent, 0 to 100; null when the server does not say
 * @param status status; {@link #jobStatus()} reads it; null when the server does not say
 */
public record JobProgress(
        @Nullable Integer progress, @Nullable String status) {
    /**
     * Reads the status.
     *
     * @return the status, or null when the server gave none
     */
    public @Nullable JobStatus jobStatus() {
        return status == null || status.isBlank() ? null : new JobStatus(status);
    }
}
