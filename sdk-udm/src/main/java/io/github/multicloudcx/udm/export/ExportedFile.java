package io.github.multicloudcx.udm.export;

import java.nio.file.Path;

/**
 * A part of an export that was downloaded.
 *
 * @param path where it is
 * @param size bytes
 * @param sha256 digest of what arrived, in lower-case hexadecimal
 */
public record ExportedFile(Path path, long size, String sha256) {}
