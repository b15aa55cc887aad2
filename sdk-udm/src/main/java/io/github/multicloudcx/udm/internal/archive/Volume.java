package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.ArchiveLimitException;
import io.github.multicloudcx.udm.archive.ArchiveLimits;
import java.util.function.LongSupplier;

/** How much has come out of an archive, and whether that can be right. */
final class Volume {
    /** Small archives may be as dense as they like. */
    private static final long HARMLESS = 64L * 1024 * 1024;

    private final ArchiveLimits limits;
    private final LongSupplier compressed;
    private long total;

    Volume(ArchiveLimits limits, LongSupplier compressed) {
        this.limits = limits;
        this.compressed = compressed;
    }

    long total() {
        return total;
    }

    /** Adds some, of an entry that is so long now. */
    void add(int bytes, long ofEntry, String entry) {
        total += bytes;
        if (ofEntry > limits.entryBytes()) {
            throw exceeded(
                    "Entry " + EntryNames.printable(entry) + " has more than " + limits.entryBytes() + " bytes",
                    "entryBytes");
        }
        if (total > limits.totalBytes()) {
            throw exceeded("The archive has more than " + limits.totalBytes() + " bytes uncompressed", "totalBytes");
        }
        if (total > HARMLESS && total / limits.ratio() > compressed.getAsLong()) {
            throw exceeded(
                    "The archive, at entry " + EntryNames.printable(entry) + ", has more than " + limits.ratio()
                            + " bytes for each byte of its file, as archives have that were made to fill a disk",
                    "ratio");
        }
    }

    private static ArchiveLimitException exceeded(String what, String limit) {
        return new ArchiveLimitException(what + "; if that is right, raise it with ArchiveLimits." + limit, null);
    }
}
