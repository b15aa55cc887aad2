package io.github.multicloudcx.sandbox.internal.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips documents; the same documents make the same bytes. */
final class ZipArchive {
    private static final LocalDateTime TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

    private ZipArchive() {}

    static byte[] of(Map<String, byte[]> documents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                ZipEntry entry = new ZipEntry(document.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(document.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
