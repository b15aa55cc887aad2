package io.github.multicloudcx.udm.archive;

/**
 * How far an archive has been read.
 *
 * @param bytes bytes of the files that were read
 * @param total bytes of all its files
 */
public record ArchiveProgress(long bytes, long total) {}
