package io.github.multicloudcx.benchmarks.live;

import io.github.multicloudcx.benchmarks.process.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as its client sees it. */
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final BufferedReader lines;

    ServerProcess(Load load) throws IOException {
        String heap = System.getenv().getOrDefault("LIVE_SERVER_HEAP", "256m");
        process = JavaProcess.of(LoadServer.class, heap, load.arguments()).start();
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    Map<String, String> connection() throws IOException {
        return JavaProcess.variables(lines);
    }

    void send() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** What it did, when it has sent everything. */
    Sent sent() throws IOException {
        return new Sent(JavaProcess.variables(lines));
    }

    /** The true values, by the number of the statistic. */
    long[] truth() throws IOException {
        String values = lines.readLine();
        if (values == null) {
            throw new IllegalStateException("the server ended too early");
        }
        return Stream.of(values.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** Ends it; true if it did so by itself and without an error. */
    boolean end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Figures by name. */
    record Sent(Map<String, String> figures) {
        long number(String name) {
            String figure = figures.get(name);
            if (figure == null) {
                throw new IllegalStateException("the server ended too early");
            }
            return Long.parseLong(figure);
        }

        double millis(String name) {
            return number(name) / 1e6;
        }
    }
}
