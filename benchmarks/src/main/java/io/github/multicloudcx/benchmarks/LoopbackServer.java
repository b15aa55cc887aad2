package io.github.multicloudcx.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every request alike, as fast as the JDK's own server can. */
final class LoopbackServer implements AutoCloseable {
    private static final int ITEMS = 200_000;
    private static final byte[] JOB =
            ("{\"id\":7,\"type\":\"UCS\",\"source\":\"UCS\",\"title\":\"nightly\",\"fileName\":\"nightly.smime\","
                            + "\"fileSize\":123456,\"status\":\"RUNNING\",\"createdDate\":\"2026-11-22T00:00:00Z\",\"progress\":42}")
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    LoopbackServer() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/job", exchange -> answer(exchange, JOB));
        server.createContext("/list", LoopbackServer::list);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void list(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ITEMS; i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(JOB);
            }
            out.write("]}".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
