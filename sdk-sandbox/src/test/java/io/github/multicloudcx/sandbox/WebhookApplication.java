package io.github.multicloudcx.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An application that the sandbox calls, with the answers that a test prescribes. */
final class WebhookApplication implements AutoCloseable {
    static final String ACCEPTED = "{\"messageId\":\"ours-1\"}";

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile String body = ACCEPTED;

    WebhookApplication() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    record Heard(String signature, String traceId, String type, byte[] body) {
        JsonNode json() {
            return Web.json(new String(body, UTF_8));
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    List<Heard> heard() {
        return heard;
    }

    /** The statuses of the next answers, 0 for none before the application is closed; all others are 200. */
    void then(Integer... next) {
        statuses.addAll(List.of(next));
    }

    /** The body of all answers from now on. */
    void answers(String text) {
        body = text;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        Integer status = statuses.poll();
        heard.add(new Heard(
                exchange.getRequestHeaders().getFirst("X-Hub-Signature"),
                exchange.getRequestHeaders().getFirst("X-B3-TraceId"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                request));
        if (status != null && status == 0) {
            awaitClosing();
        }
        byte[] text = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status == null ? 200 : status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
