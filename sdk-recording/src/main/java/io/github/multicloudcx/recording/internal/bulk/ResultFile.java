package io.github.multicloudcx.recording.internal.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.recording.bulk.RecordingResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a run and of those before it; used by several threads. Lines are only ever added while a run lasts, each in
 * one write, so that a run that is killed loses none of them; the torn line that a crash may leave is cut off. The last line
 * of an id counts. Closing leaves one line for each. A {@link RandomAccessFile} is used because an interrupt closes a channel.
 */
final class ResultFile implements AutoCloseable {
    static final List<String> COLUMNS =
            List.of("recordingId", "operation", "result", "status", "statusCode", "detail", "time");
    private static final String HEADER = CsvLine.of(COLUMNS);
    private static final int LINES_PER_SYNC = 1000;

    private final Path path;
    private final String operation;
    private final ResultLock lock;
    private final RandomAccessFile content;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Set<String> failed = new HashSet<>();
    private long written;
    private boolean broken;

    private ResultFile(Path path, String operation, ResultLock lock) throws IOException {
        this.path = path;
        this.operation = operation;
        this.lock = lock;
        this.content = new RandomAccessFile(path.toFile(), "rw");
    }

    /** Opens it, and tells of each id whose answer was lost. */
    static ResultFile open(Path given, String operation, Consumer<String> doubts) {
        try {
            Path path = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath();
            ResultLock lock = ResultLock.of(path);
            try {
                ResultFile file = new ResultFile(path, operation, lock);
                try {
                    file.read(doubts);
                    return file;
                } catch (IOException | RuntimeException e) {
                    file.content.close();
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw storage(given, "cannot be opened", e);
        }
    }

    private void read(Consumer<String> doubts) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(content.length())];
        content.readFully(bytes);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        String torn = new String(bytes, end, bytes.length - end, UTF_8);
        if (end == 0 && HEADER.startsWith(torn)) {
            content.setLength(0);
            write(HEADER + "\n");
            return;
        }
        List<String> all = new String(bytes, 0, end, UTF_8).lines().toList();
        if (all.isEmpty() || !all.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(
                    "resultFile " + path + " is not a result file of such a run; name another file");
        }
        for (int i = 1; i < all.size(); i++) {
            keep(all.get(i), i + 1);
        }
        lines.forEach((id, line) -> recall(id, line, doubts));
        content.setLength(end);
        content.seek(end);
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

    private void recall(String id, String line, Consumer<String> doubts) {
        if (result(line).equals(RecordingResult.UNKNOWN.name())) {
            doubts.accept(id);
        }
        if (result(line).equals(RecordingResult.FAILED.name())) {
            failed.add(id);
        }
    }

    private static String result(String line) {
        return CsvLine.fields(line).get(2);
    }

    /** Whether an earlier run has done it. */
    synchronized boolean done(String id) {
        String line = lines.get(id);
        return line != null && result(line).equals(RecordingResult.DONE.name());
    }

    /** Whether the service has failed over it in an earlier run. */
    synchronized boolean failedBefore(String id) {
        return failed.contains(id);
    }

    synchronized void append(RecordingOutcome outcome) {
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
                content.getFD().sync();
            }
        } catch (IOException e) {
            broken = true;
            throw storage(path, "cannot be written", e);
        }
        lines.put(CsvLine.fields(line).get(0), line);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private void write(String text) throws IOException {
        content.write(text.getBytes(UTF_8));
    }

    @Override
    public synchronized void close() {
        try (lock) {
            try (content) {
                content.getFD().sync();
            }
            if (!broken && written > lines.size()) {
                Compaction.of(path, HEADER, lines.values());
            }
        } catch (IOException e) {
            throw storage(path, "cannot be closed", e);
        }
    }

    private static StorageException storage(Path path, String what, IOException e) {
        return new StorageException(
                "The result file " + path + " " + what + ": " + e.getMessage()
                        + "; start the run again with the same file when that is mended",
                e,
                new ErrorContext(Fate.UNKNOWN));
    }
}
