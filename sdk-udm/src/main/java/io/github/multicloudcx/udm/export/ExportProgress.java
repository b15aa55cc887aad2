package io.github.multicloudcx.udm.export;

import org.jspecify.annotations.Nullable;

/**
 * How far an {@link ExportRun} has come.
 *
 * @param phase what it is doing
 * @param item what it is doing it with: the id of the job while it waits, the name of the file while it downloads; else
 *     null
 * @param done percent while it waits; bytes of the file while it downloads; bytes of the files that were read while it
 *     verifies and delivers; else 0
 * @param total of the same unit; null when it is not known
 */
public record ExportProgress(
        ExportPhase phase,
        @Nullable String item,
        long done,
        @Nullable Long total) {}
