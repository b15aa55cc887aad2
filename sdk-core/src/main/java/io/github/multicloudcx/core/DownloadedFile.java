package io.github.multicloudcx.core;

import java.nio.file.Path;

/**
 * A file that arrived whole.
 *
 * @param path where it is
 * @param size bytes
 * @param sha256 digest in lower-case hexadecimal
 */
public record DownloadedFile(Path path, long size, String sha256) {}
