package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An audit log in a file: JSON Lines, one entry a line, appended with one write each and forced to the disk, readable by the
 * owner only. Several processes may append to one file. Streams are used instead of channels, which an interrupt would close.
 */
public final class AuditLog implements AuditTrail {
    private static final JsonMapper MAPPER = ExactJson.exact(JsonMapper.builder())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    private AuditLog(Path file) {
        this.file = file;
    }

    /**
     * Opens a log, which is made when there is none.
     *
     * @param file where it is
     * @return the log
     * @throws IOException when it cannot be made or written
     */
    public static AuditLog open(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        try {
            create(absolute);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(absolute) || !Files.isWritable(absolute)) {
                throw new IOException(file + " is not a file that can be written", e);
            }
        }
        return new AuditLog(absolute);
    }

    /** Forced to the disk as well: a crash must not take the file with it. */
    private static void create(Path file) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file);
            return;
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public synchronized void write(AuditEntry entry) {
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            String line = MAPPER.writeValueAsString(entry) + "\n";
            out.write((torn() ? "\n" + line : line).getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether a crash or a full disk has left a line without its end. */
    private boolean torn() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() == 0) {
                return false;
            }
            in.seek(in.length() - 1);
            return in.read() != '\n';
        }
    }

    /** Goes through all entries, one after the other; lines that are torn or no entries are left out. */
    @Override
    public void read(Consumer<AuditEntry> reader) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.map(AuditLog::entry).filter(Objects::nonNull).forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log " + file + " cannot be read: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException(
                    "The audit log " + file + " cannot be read: " + e.getMessage(), e.getCause());
        }
    }

    /** Lines are split before they are decoded, so that a torn character spoils its own line only. */
    private static @Nullable AuditEntry entry(String line) {
        try {
            AuditEntry entry = MAPPER.readValue(line.getBytes(StandardCharsets.ISO_8859_1), AuditEntry.class);
            return entry != null && entry.complete() ? entry : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Names the file. */
    @Override
    public String toString() {
        return "AuditLog[" + file + "]";
    }
}
