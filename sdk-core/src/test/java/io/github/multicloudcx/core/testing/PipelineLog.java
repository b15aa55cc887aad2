package io.github.multicloudcx.core.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.event.Level;

/** What is logged while it is open. Lines of other tests that run at the same time may be among it. */
public final class PipelineLog implements AutoCloseable {
    private static final List<PipelineLog> OPEN = new CopyOnWriteArrayList<>();

    private final Level level;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private PipelineLog(Level level) {
        this.level = level;
    }

    public static PipelineLog open(Level level) {
        PipelineLog log = new PipelineLog(level);
        OPEN.add(log);
        return log;
    }

    static boolean enabled(Level level) {
        return OPEN.stream().anyMatch(log -> log.level.toInt() <= level.toInt());
    }

    static void logged(String line) {
        OPEN.forEach(log -> log.lines.add(line));
    }

    /** Lines about one call. */
    public List<String> about(String traceId) {
        return lines.stream().filter(line -> line.contains(traceId)).toList();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        OPEN.remove(this);
    }
}
