package io.github.multicloudcx.udm.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips for tests. */
final class Zips {
    private Zips() {}

    /** Names and contents in turn. */
    static byte[] of(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Contacts with that many lines. */
    static byte[] contacts(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"ContactId\":\"").append(i).append("\",\"createddate\":\"2015-08-05 08:31:20.78\"}\n");
        }
        return of("Contact-7.json", lines.toString());
    }

    static List<Path> slices(Path directory, byte[] content, int size) throws IOException {
        List<Path> parts = new ArrayList<>();
        for (int from = 0; from < content.length; from += size) {
            Path part = directory.resolve("export-part" + (parts.size() + 1) + ".zip");
            parts.add(Files.write(part, Arrays.copyOfRange(content, from, Math.min(content.length, from + size))));
        }
        return parts;
    }
}
