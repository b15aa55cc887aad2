package io.github.multicloudcx.grs.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.multicloudcx.grs.internal.LenientInstant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a rule package.
 *
 * @param snapshotId its id, by which it is deleted; some servers leave it out
 * @param name its name, by which it is deployed
 * @param comment comment
 * @param createDate when it was taken, or null when it is absent or of no documented form
 */
public record Snapshot(
        @Nullable String snapshotId,
        @Nullable String name,
        @Nullable String comment,

        @JsonDeserialize(using = LenientInstant.class) @Nullable
        Instant createDate) {}
