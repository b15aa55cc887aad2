package io.github.multicloudcx.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.nexus.webhook.Webhooks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookServletTest {
    private static final byte[] SMS =
            "{\"channel\":{\"id\":\"0123456789\",\"messageId\":\"7\"},\"type\":\"Text\"}".getBytes(UTF_8);
    private static final Webhooks SENDER = Webhooks.signedWith("app-secret");

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder servlet = new ServletHolder(new WebhookServlet());
        servlet.setInitParameter("appSecret", "app-secret");
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, "/sms");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private HttpResponse<String> post(byte[] body, String signature) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/sms"))
                .header("X-Hub-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aMessageIsTakenOverAndARedeliveryAnsweredAlike() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = post(SMS, SENDER.sign(SMS));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"messageId\":\"7\"}");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        }
    }

    @Test
    void whatIsForgedOrNoMessageIsRefused() throws Exception {
        assertThat(post(SMS, Webhooks.signedWith("other").sign(SMS)).statusCode())
                .isEqualTo(403);
        byte[] garbage = "no json".getBytes(UTF_8);
        assertThat(post(garbage, SENDER.sign(garbage)).statusCode()).isEqualTo(400);
    }
}
