package io.github.multicloudcx.udm.archive;

import io.github.multicloudcx.core.internal.check.Require;

/**
 * What an archive may hold before it is taken for an attack. The defaults let every export pass that a deployment makes;
 * raise one for an archive that you know. Whatever they are, memory grows with one record at the most.
 *
 * @param entries number of entries; 10 million unless changed
 * @param entryBytes uncompressed bytes of an entry; 1 TiB unless changed
 * @param totalBytes uncompressed bytes of all entries; 4 TiB unless changed
 * @param ratio uncompressed bytes for each byte of the archive, looked at after the first 64 MiB; 200 unless changed. JSON
 *     Lines reach 5 to 50, bombs 1,000
 * @param recordBytes bytes of a record, give or take the 16 KiB that are read ahead; 64 MiB unless changed
 * @param depth how deep objects and arrays of a record stand in each other; 200 unless changed
 */
public record ArchiveLimits(long entries, long entryBytes, long totalBytes, int ratio, int recordBytes, int depth) {
    /** The limits that hold unless others are given. */
    public static final ArchiveLimits DEFAULT =
            new ArchiveLimits(10_000_000, 1L << 40, 1L << 42, 200, 64 * 1024 * 1024, 200);

    /**
     * Checks that each is 1 or more.
     *
     * @param entries number of entries
     * @param entryBytes uncompressed bytes of an entry
     * @param totalBytes uncompressed bytes of all entries
     * @param ratio uncompressed bytes for each byte of the archive
     * @param recordBytes bytes of a record
     * @param depth how deep objects and arrays of a record stand in each other
     */
    public ArchiveLimits {
        long unused = Require.positive(entries, "entries");
        unused = Require.positive(entryBytes, "entryBytes");
        unused = Require.positive(totalBytes, "totalBytes");
        unused = Require.positive(ratio, "ratio");
        unused = Require.positive(recordBytes, "recordBytes");
        unused = Require.positive(depth, "depth");
    }

    /**
     * Changes the number of entries.
     *
     * @param number 1 or more
     * @return a copy
     */
    public ArchiveLimits entries(long number) {
        return new ArchiveLimits(number, entryBytes, totalBytes, ratio, recordBytes, depth);
    }

    /**
     * Changes the size of an entry.
     *
     * @param bytes uncompressed, 1 or more
     * @return a copy
     */
    public ArchiveLimits entryBytes(long bytes) {
        return new ArchiveLimits(entries, bytes, totalBytes, ratio, recordBytes, depth);
    }

    /**
     * Changes the size of all entries.
     *
     * @param bytes uncompressed, 1 or more
     * @return a copy
     */
    public ArchiveLimits totalBytes(long bytes) {
        return new ArchiveLimits(entries, entryBytes, bytes, ratio, recordBytes, depth);
    }

    /**
     * Changes the compression ratio.
     *
     * @param times uncompressed bytes for each byte of the archive, 1 or more
     * @return a copy
     */
    public ArchiveLimits ratio(int times) {
        return new ArchiveLimits(entries, entryBytes, totalBytes, times, recordBytes, depth);
    }

    /**
     * Changes the size of a record.
     *
     * @param bytes 1 or more; so much memory, some times over, is needed
     * @return a copy
     */
    public ArchiveLimits recordBytes(int bytes) {
        return new ArchiveLimits(entries, entryBytes, totalBytes, ratio, bytes, depth);
    }

    /**
     * Changes how deep a record may be nested.
     *
     * @param levels 1 or more
     * @return a copy
     */
    public ArchiveLimits depth(int levels) {
        return new ArchiveLimits(entries, entryBytes, totalBytes, ratio, recordBytes, levels);
    }
}
