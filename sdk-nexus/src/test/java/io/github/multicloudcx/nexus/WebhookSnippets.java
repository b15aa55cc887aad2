package io.github.multicloudcx.nexus;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelAddress;
import io.github.multicloudcx.nexus.messaging.ReceiptReason;
import io.github.multicloudcx.nexus.messaging.ReceiptReasonCode;
import io.github.multicloudcx.nexus.webhook.InteractionEvents;
import io.github.multicloudcx.nexus.webhook.OutgoingEmailMessage;
import io.github.multicloudcx.nexus.webhook.OutgoingSmsMessage;
import io.github.multicloudcx.nexus.webhook.Receipts;
import io.github.multicloudcx.nexus.webhook.WebhookHandler;
import io.github.multicloudcx.nexus.webhook.WebhookMessage;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import io.github.multicloudcx.nexus.webhook.WebhookReceiver;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** The snippets of docs/webhooks.md, which NexusGuideTest runs. */
final class WebhookSnippets {
    /** Who brings messages to consumers. */
    interface Carrier {
        void send(String to, @Nullable String text);

        void mail(List<ChannelAddress> to, @Nullable String subject, @Nullable String html);

        void unknown(@Nullable String type, JsonNode json);
    }

    HttpServer serve(Carrier carrier, String appSecret, ExecutorService executor, Executor readers, int port)
            throws IOException {
        WebhookReceiver receiver = WebhookReceiver.messages(Webhooks.signedWith(appSecret), executor, delivery -> {
            WebhookMessage message = delivery.content();
            if (message instanceof OutgoingSmsMessage sms) {
                carrier.send(sms.channel().to().get(0).id(), sms.text());
            } else if (message instanceof OutgoingEmailMessage email) {
                carrier.mail(email.channel().to(), email.subject(), email.text("html"));
            } else {
                carrier.unknown(message.type(), message.body().json());
            }
            return WebhookOutcome.accepted();
        });
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/sms", WebhookHandler.of(receiver));
        server.setExecutor(readers);
        server.start();
        return server;
    }

    ExecutorService executor() {
        ExecutorService executor = new ThreadPoolExecutor(8, 8, 0, SECONDS, new ArrayBlockingQueue<>(100));
        return executor;
    }

    Webhooks changing(String newSecret, String oldSecret) {
        Webhooks webhooks = Webhooks.signedWith(newSecret, oldSecret);
        return webhooks;
    }

    String read(Webhooks webhooks, String signatureHeader, byte[] bodyBytes) {
        WebhookMessage message = webhooks.messaging(signatureHeader, bodyBytes);
        InteractionEvents events = webhooks.interactions(signatureHeader, bodyBytes);
        return message.type() + " " + events.events().size();
    }

    void receipts(Channel sms, WebhookMessage message, Channel email, WebhookMessage mail) {
        sms.send(Receipts.of(message).delivered()).execute();
        email.send(Receipts.of(mail)
                        .to("recipient-1@mail.com")
                        .failed(ReceiptReason.of(ReceiptReasonCode.INVALID_DESTINATION, "No such mailbox")))
                .execute();
    }
}
