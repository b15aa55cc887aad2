package io.github.multicloudcx.nexus.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.multicloudcx.core.internal.check.Require;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link WebhookReceiver} on the HTTP server of the JDK, which needs nothing beside it. No thread of the server waits for
 * the application.
 *
 * <pre>{@code
 * HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
 * server.createContext("/sms", WebhookHandler.of(receiver));
 * server.setExecutor(Executors.newFixedThreadPool(16));
 * server.start();
 * }</pre>
 *
 * <p>Without an executor that server reads one request after the other. It closes connections that send too slowly when the
 * system property {@code sun.net.httpserver.maxReqTime} (seconds) says so, and answers up to 40 ms faster with
 * {@code sun.net.httpserver.nodelay=true}.
 */
public final class WebhookHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);

    private final WebhookReceiver receiver;

    private WebhookHandler(WebhookReceiver receiver) {
        this.receiver = receiver;
    }

    /**
     * Puts an endpoint on the server of the JDK.
     *
     * @param receiver the endpoint
     * @return the handler
     */
    public static WebhookHandler of(WebhookReceiver receiver) {
        return new WebhookHandler(Require.present(receiver, "receiver"));
    }

    /**
     * Receives a request. The exchange is completed when the answer is there, mostly on a thread of the application.
     *
     * @param exchange the request
     * @throws IOException when the body cannot be read; the server closes the connection then
     */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        receiver.receive(
                exchange.getRequestMethod(),
                name -> exchange.getRequestHeaders().getOrDefault(name, List.of()),
                exchange.getRequestBody(),
                answer -> answer(exchange, answer));
    }

    private static void answer(HttpExchange exchange, WebhookAnswer answer) {
        try (exchange) {
            byte[] body = answer.bytes();
            exchange.getResponseHeaders().set("Content-Type", WebhookAnswer.CONTENT_TYPE);
            if (answer.status() == 405) {
                exchange.getResponseHeaders().set("Allow", "POST");
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("A webhook was answered {} and the sender had gone: {}", answer.status(), e.toString());
        }
    }

    @Override
    public String toString() {
        return "WebhookHandler[" + receiver + "]";
    }
}
