package io.github.multicloudcx.recording.internal.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Leaves one line for each id. The new file is complete on the disk before it takes the place of the old one. When that cannot
 * be done, the old one stays: it says the same, in more lines.
 */
final class Compaction {
    private Compaction() {}

    static void of(Path path, String header, Collection<String> lines) {
        Path fresh = null;
        try {
            fresh = Files.createTempFile(
                    path.toAbsolutePath().getParent(), path.getFileName().toString(), ".tmp");
            write(fresh, header, lines);
            copyRights(path, fresh);
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(fresh);
        }
    }

    private static void write(Path fresh, String header, Collection<String> lines) throws IOException {
        try (FileOutputStream file = new FileOutputStream(fresh.toFile());
                OutputStream out = new BufferedOutputStream(file)) {
            out.write((header + "\n").getBytes(UTF_8));
            for (String line : lines) {
                out.write((line + "\n").getBytes(UTF_8));
            }
            out.flush();
            file.getFD().sync();
        }
    }

    private static void copyRights(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (source != null) {
            Files.setPosixFilePermissions(to, source.readAttributes().permissions());
        }
    }

    private static void remove(@Nullable Path fresh) {
        try {
            if (fresh != null) {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // it is in nobody's way
        }
    }
}
