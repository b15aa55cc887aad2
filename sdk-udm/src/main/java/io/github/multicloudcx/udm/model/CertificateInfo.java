package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.udm.internal.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The certificate for which exports are encrypted. All fields are null when none was uploaded yet.
 *
 * <p>User Data Management API v10, model "CertificateInfo".
 *
 * @param ccid contact center id
 * @param name file name
 * @param size bytes
 * @param lastModified when it was uploaded; {@link #lastModifiedAt()} reads it
 */
public record CertificateInfo(
        @Nullable String ccid,
        @Nullable String name,
        @Nullable Long size,
        @Nullable String lastModified) {
    /**
     * Reads {@link #lastModified()}: ISO 8601, a blank in place of the T, or milliseconds since 1970; UTC without a zone.
     *
     * @return the instant, or null when it is absent or of another form
     */
    public @Nullable Instant lastModifiedAt() {
        return Times.parse(lastModified);
    }
}
