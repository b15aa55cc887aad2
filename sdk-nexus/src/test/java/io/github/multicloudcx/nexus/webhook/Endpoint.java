package io.github.multicloudcx.nexus.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A webhook on the server of the JDK, with one thread for all connections. */
final class Endpoint implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final ExecutorService application = Executors.newFixedThreadPool(8);
    private final HttpServer server;

    Endpoint(WebhookApplication<WebhookMessage> work) {
        this(Given.WEBHOOKS, work);
    }

    Endpoint(Webhooks webhooks, WebhookApplication<WebhookMessage> work) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/sms", WebhookHandler.of(WebhookReceiver.messages(webhooks, application, work)));
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port() + "/sms");
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        application.shutdownNow();
        try {
            if (!application.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the application does not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
