package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.CorruptArchiveException;
import io.github.multicloudcx.udm.archive.ExportEntry;
import io.github.multicloudcx.udm.archive.TruncatedArchiveException;
import io.github.multicloudcx.udm.archive.UnsafeEntryException;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Brings what is in an archive onto the disk: all of it or nothing. */
public final class Extraction {
    private static final int BUFFER = 64 * 1024;
    private static final String FREE_SPACE = "free space or check the rights of its directory, and try again";

    private Extraction() {}

    /** Hands every entry to a consumer. */
    public static void forEach(Pass pass, ExportEntry.Consumer consumer) {
        for (EntryContent entry = pass.next(); entry != null; entry = pass.next()) {
            try {
                consumer.accept(entry);
            } catch (IOException e) {
                throw LocalFiles.failed("take entry " + EntryNames.printable(entry.name()), e, "see its cause");
            }
        }
    }

    /** Writes every entry to a file. */
    public static List<Path> extract(Pass pass, Path directory) {
        try {
            Files.createDirectories(directory);
            Path temporary = Files.createTempDirectory(directory, ".extracting-");
            try {
                return move(write(pass, temporary), temporary, directory);
            } finally {
                delete(temporary);
            }
        } catch (IOException e) {
            throw LocalFiles.failed("extract to " + directory, e, FREE_SPACE);
        }
    }

    private static List<String> write(Pass pass, Path temporary) throws IOException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> parents = new HashSet<>();
        for (EntryContent entry = pass.next(); entry != null; entry = pass.next()) {
            if (!entry.directory()) {
                refuseClash(entry.name(), seen, parents);
                Path file = place(temporary, entry.name());
                Files.createDirectories(file.getParent());
                try (OutputStream out = Files.newOutputStream(file)) {
                    long unused = entry.content().transferTo(out);
                }
                names.add(entry.name());
            }
        }
        return names;
    }

    /** Whatever the system thinks of the case of names. */
    private static void refuseClash(String name, Set<String> seen, Set<String> parents) {
        String key = name.toLowerCase(Locale.ROOT);
        boolean clash = !seen.add(key) || parents.contains(key);
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            String parent = key.substring(0, slash);
            clash |= seen.contains(parent);
            parents.add(parent);
        }
        if (clash) {
            throw new CorruptArchiveException(
                    "The archive holds entry " + EntryNames.printable(name)
                            + " twice, or as a file and as a directory; read it with forEachEntry()",
                    null);
        }
    }

    private static Path place(Path directory, String name) {
        try {
            return directory.resolve(name);
        } catch (InvalidPathException e) {
            throw new UnsafeEntryException(
                    "Entry " + EntryNames.printable(name)
                            + " cannot be a file on this system; set a UTF-8 locale, or read it with forEachEntry()",
                    null);
        }
    }

    private static List<Path> move(List<String> names, Path temporary, Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Path file = directory.resolve(name);
            if (Files.isDirectory(file)) {
                throw new FileSystemException(file.toString(), null, file + " is a directory");
            }
            Files.createDirectories(file.getParent());
        }
        for (String name : names) {
            Path file = directory.resolve(name);
            Files.move(temporary.resolve(name), file, StandardCopyOption.REPLACE_EXISTING);
            files.add(file);
        }
        return List.copyOf(files);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Writes the zip as it is. */
    static Path copy(ZipSource source, Path zip) {
        Path part = zip.resolveSibling(zip.getFileName() + ".part");
        try {
            try (source;
                    OutputStream out = Files.newOutputStream(part)) {
                boolean any = source.nextZip();
                copy(source, out);
                if (!any || source.entries() == null) {
                    throw new TruncatedArchiveException(
                            source.place() + " is not the end of the export, or was cut off, or the key is wrong",
                            null);
                }
                if (source.nextZip()) {
                    throw new CorruptArchiveException(
                            "Each part is a zip of its own, so they cannot be one; decrypt them one by one", null);
                }
            }
            return Files.move(part, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw LocalFiles.failed("write " + part, e, FREE_SPACE);
        } finally {
            discard(part);
        }
    }

    private static void copy(ZipSource source, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
            out.write(buffer, 0, count);
            source.report();
        }
        source.report();
    }

    private static void discard(Path part) {
        try {
            boolean unused = Files.deleteIfExists(part);
        } catch (IOException e) {
            throw LocalFiles.failed("delete " + part, e, "delete it");
        }
    }
}
