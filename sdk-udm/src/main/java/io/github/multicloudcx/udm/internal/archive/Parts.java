package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.archive.DuplicatePartException;
import io.github.multicloudcx.udm.archive.MissingPartException;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of an archive in their order: by the numbers in their names, else as they were given. */
public final class Parts {
    private static final int HEAD = 4096;

    private Parts() {}

    /** Checks that they are there, each once and none missing as far as their names tell. */
    public static List<Path> ordered(@Nullable Collection<Path> files) {
        Collection<Path> given = Require.present(files, "parts");
        if (given.isEmpty()) {
            throw new IllegalArgumentException("parts must name one or more files");
        }
        List<Path> parts = new ArrayList<>();
        for (Path file : given) {
            parts.add(checked(Require.present(file, "each of parts")));
        }
        if (parts.size() > 1) {
            refuseSamePath(parts);
            order(parts);
            refuseSameContent(parts);
        }
        return List.copyOf(parts);
    }

    private static Path checked(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new MissingPartException(file + " is not there, or no file that can be read; check the path", null);
        }
        return file;
    }

    private static void refuseSamePath(List<Path> parts) {
        Map<Path, Path> seen = new HashMap<>();
        for (Path part : parts) {
            if (seen.put(part.toAbsolutePath().normalize(), part) != null) {
                throw new DuplicatePartException(part + " was given twice; give each part once", null);
            }
        }
    }

    private static void order(List<Path> parts) {
        String stem = PartNames.withoutNumber(name(parts.get(0)));
        boolean numbered = parts.stream()
                .map(Parts::name)
                .allMatch(name -> PartNames.withoutNumber(name).equals(stem) && PartNames.number(name) >= 0);
        if (numbered) {
            parts.sort((a, b) -> PartNames.ORDER.compare(name(a), name(b)));
            refuseGaps(parts);
        }
    }

    private static void refuseGaps(List<Path> parts) {
        long expected = PartNames.number(name(parts.get(0))) == 0 ? 0 : 1;
        for (Path part : parts) {
            long number = PartNames.number(name(part));
            if (number < expected) {
                throw new DuplicatePartException(
                        "Part " + number + " was given twice, the second time as " + part + "; give each part once",
                        null);
            }
            if (number > expected) {
                throw new MissingPartException(
                        "Part " + expected + (number == expected + 1 ? "" : " to " + (number - 1))
                                + " is missing before " + part + "; all parts are needed to read any of them",
                        null);
            }
            expected++;
        }
    }

    private static String name(Path part) {
        return String.valueOf(part.getFileName());
    }

    /** Two encrypted parts never begin alike, so that files which differ are told apart by their first bytes. */
    private static void refuseSameContent(List<Path> parts) {
        Map<String, Path> heads = new HashMap<>();
        for (Path part : parts) {
            try {
                Path other = heads.put(Files.size(part) + " " + Arrays.hashCode(head(part)), part);
                if (other != null && Files.mismatch(part, other) < 0) {
                    throw new DuplicatePartException(part + " is the same as " + other + "; give each part once", null);
                }
            } catch (IOException e) {
                throw LocalFiles.failed("read " + part, e, "check its rights");
            }
        }
    }

    private static byte[] head(Path part) throws IOException {
        try (InputStream in = Files.newInputStream(part)) {
            return in.readNBytes(HEAD);
        }
    }
}
