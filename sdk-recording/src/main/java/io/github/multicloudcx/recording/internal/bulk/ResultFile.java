package io.github.multicloudcx.recording.internal.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.recording.bulk.RecordingResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a run and of those before it. Lines are only ever added while a run lasts, each in one write, so that a run
 * that is killed loses none of them; the torn line that a crash may leave is cut off. The last line of an id counts. Closing
 * leaves one line for each.
 */
final class ResultFile implements AutoCloseable {
    static final List<String> COLUMNS =
            List.of("recordingId", "operation", "result", "status", "statusCode", "detail", "time");
    private static final String HEADER = CsvLine.of(COLUMNS);
    private static final int LINES_PER_SYNC = 1000;

    private final Path path;
    private final String operation;
    private final FileChannel channel;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private long written;
    private boolean broken;

    private ResultFile(Path path, String operation, FileChannel channel) {
        this.path = path;
        this.operation = operation;
        this.channel = channel;
    }

    static ResultFile open(Path path, String operation) {
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            ResultFile file = new ResultFile(path, operation, channel);
            try {
                file.lock();
                file.read();
                return file;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw storage(path, "cannot be opened", e);
        }
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // by this very process
        }
        throw new IllegalStateException("The result file " + path + " is used by another run; wait for it");
    }

    private void read() throws IOException {
        byte[] bytes = bytes();
        if (bytes.length == 0) {
            write(HEADER + "\n");
            return;
        }
        String text = new String(bytes, UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        String[] all = text.substring(0, end).split("\n", -1);
        if (!all[0].equals(HEADER)) {
            throw new IllegalArgumentException(
                    "resultFile " + path + " is not a result file of such a run; name another file");
        }
        for (int i = 1; i < all.length - 1; i++) {
            keep(all[i], i + 1);
        }
        channel.truncate(text.substring(0, end).getBytes(UTF_8).length);
        channel.position(channel.size());
    }

    private byte[] bytes() throws IOException {
        InputStream in = Channels.newInputStream(channel);
        return in.readAllBytes();
    }

    private void keep(String line, int number) {
        List<String> fields = CsvLine.fields(line);
        if (fields.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("resultFile " + path + " is damaged at line " + number
                    + "; mend or remove the line, its id is tried again then");
        }
        if (!fields.get(1).equals(operation)) {
            throw new IllegalArgumentException(
                    "resultFile " + path + " is of " + fields.get(1) + ", not of " + operation + "; name another file");
        }
        lines.put(fields.get(0), line);
        written++;
    }

    /** Whether an earlier run has done it. */
    boolean done(String id) {
        String line = lines.get(id);
        return line != null && CsvLine.fields(line).get(2).equals(RecordingResult.DONE.name());
    }

    void append(RecordingOutcome outcome) {
        if (broken) {
            return;
        }
        String line = CsvLine.of(List.of(
                outcome.recordingId(),
                operation,
                outcome.result().name(),
                text(outcome.status()),
                text(outcome.statusCode()),
                text(outcome.detail()),
                outcome.time().toString()));
        try {
            write(line + "\n");
            written++;
            if (written % LINES_PER_SYNC == 0) {
                channel.force(false);
            }
        } catch (IOException e) {
            broken = true;
            throw storage(path, "cannot be written", e);
        }
        lines.put(outcome.recordingId(), line);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) < 0) {
                throw new IOException("nothing was written");
            }
        }
    }

    /** The new file stands beside the old one until it is complete. */
    @Override
    public void close() {
        try {
            Path fresh = null;
            try (channel) {
                if (!broken && written > lines.size()) {
                    fresh = compact();
                }
            }
            if (fresh != null) {
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw storage(path, "cannot be closed", e);
        }
    }

    private Path compact() throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".tmp");
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        lines.values().forEach(line -> text.append(line).append('\n'));
        Files.writeString(fresh, text);
        return fresh;
    }

    private static StorageException storage(Path path, String what, IOException e) {
        return new StorageException(
                "The result file " + path + " " + what + ": " + e.getMessage()
                        + "; start the run again with the same file when that is mended",
                e,
                new ErrorContext(Fate.UNKNOWN));
    }
}
