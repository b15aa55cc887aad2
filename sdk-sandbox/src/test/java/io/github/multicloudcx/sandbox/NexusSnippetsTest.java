package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The snippets of docs/sandbox.md on Nexus. */
@Timeout(60)
class NexusSnippetsTest {
    @Test
    void an_agent_writes_to_an_application() throws IOException {
        HttpServer application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        application.start();
        URI webhook = URI.create("http://127.0.0.1:" + application.getAddress().getPort() + "/sms");
        URI events = webhook.resolve("/events");
        try (Sandbox sandbox = Sandbox.start()) {
            NexusControl nexus = sandbox.nexus();
            nexus.webhook(nexus.smsChannelId(), webhook);
            WebhookDelivery sent =
                    nexus.sendText(nexus.smsChannelId(), "16504661149", "hello").await(Duration.ofSeconds(30));

            assertThat(sent.state()).isEqualTo(WebhookState.DELIVERED);

            nexus.duplicates(true); // each webhook comes once more after it was accepted
            nexus.agentReplies(text -> "You wrote: " + text); // an agent answers every text of a consumer
            nexus.interactionsWebhook(events, nexus.appSecret()); // secure emails are STARTED and FINISHED

            assertThat(nexus.sendEvent("STARTED", "1")
                            .await(Duration.ofSeconds(30))
                            .attempts())
                    .hasSize(2);
        } finally {
            application.stop(0);
        }
    }
}
