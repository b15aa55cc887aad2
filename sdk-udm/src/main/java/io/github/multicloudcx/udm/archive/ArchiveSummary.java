package io.github.multicloudcx.udm.archive;

/**
 * What an archive holds.
 *
 * @param entries number of entries, 0 or more
 * @param records number of records in its JSON entries, 0 or more
 * @param bytes size of the content, uncompressed
 */
public record ArchiveSummary(long entries, long records, long bytes) {}
