package io.github.multicloudcx.benchmarks.compare;

import io.github.multicloudcx.benchmarks.process.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The server in a process of its own, so that what it does is not counted. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static ServerProcess start() throws IOException {
        Process process = JavaProcess.of(CannedServer.class, "256m", List.of()).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new ServerProcess(process, JavaProcess.variables(out).get("url"));
    }

    String url() {
        return url;
    }

    /** How many connections were made, or tokens asked for. */
    static int count(String url, String what) throws IOException {
        try (InputStream in = URI.create(url + "/" + what).toURL().openStream()) {
            return Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
