package io.github.multicloudcx.nexus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.webhook.HubSignature;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import io.github.multicloudcx.nexus.webhook.WebhookReceiver;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import io.github.multicloudcx.testsupport.LogLines;
import io.github.multicloudcx.testsupport.Traces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** App secrets, signatures and API keys stay out of logs, errors and texts. */
class SecretsTest {
    private static final String SECRET = "app-secret-0815";
    private static final String BODY =
            "{\"channel\":{\"id\":\"c\",\"messageId\":\"1\"},\"type\":\"Text\",\"text\":\"private words\"}";

    @Test
    void aChannelTellsNothingWhateverHappens() {
        List<String> texts = new ArrayList<>();
        try (LogLines log = LogLines.open();
                Wire wire = new Wire()) {
            Channel channel = wire.nexus.channel("0123456789", ChannelCredentials.of("cc-1", SECRET));
            InboundMessage message =
                    InboundMessage.text("private words").from("1").to("2");
            texts.add(channel + " " + message + " " + ChannelCredentials.of("cc-1", SECRET) + " "
                    + HubSignature.of(SECRET));
            wire.answer(200, "{\"status\":{\"code\":0}}");
            channel.send(message).execute();
            String signature = wire.take().getHeaders().get("X-Hub-Signature");
            wire.answer(401, "{\"status\":{\"code\":1,\"message\":\"bad " + signature + "\"}}")
                    .answer(500, "test-key");
            for (int i = 0; i < 2; i++) {
                texts.add(Traces.of(catchThrowable(() -> channel.send(message).execute())));
            }
            wire.server.close();
            texts.add(Traces.of(catchThrowable(
                    () -> channel.upload(Upload.bytes("a", new byte[10])).execute())));
            texts.add(Traces.of(catchThrowable(
                    () -> channel.download("1").to(new ByteArrayOutputStream()).execute())));
            texts.addAll(log.lines());
            assertThat(log.lines()).isNotEmpty();
            assertThat(texts).noneSatisfy(text -> assertThat(text).contains(SECRET));
            assertThat(texts).noneSatisfy(text -> assertThat(text).contains("test-key"));
            assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("X-Hub-Signature"));
            assertThat(texts).noneSatisfy(text -> assertThat(text).contains(signature.substring(5)));
        }
    }

    @Test
    void aReceiverTellsNothingWhateverComes() throws IOException {
        Webhooks webhooks = Webhooks.signedWith(SECRET);
        WebhookReceiver receiver = WebhookReceiver.messages(webhooks, Runnable::run, delivery -> {
            if (delivery.content().messageId() == null) {
                throw new IllegalStateException("out of order");
            }
            return WebhookOutcome.accepted();
        });
        byte[] body = BODY.getBytes(UTF_8);
        String right = webhooks.sign(body);
        try (LogLines log = LogLines.open()) {
            for (String signature : List.of(right, "sha1=" + "0".repeat(40), "nonsense " + SECRET)) {
                post(receiver, body, signature);
            }
            byte[] garbage = "private words".getBytes(UTF_8);
            post(receiver, garbage, webhooks.sign(garbage));
            post(receiver, "{}".getBytes(UTF_8), webhooks.sign("{}".getBytes(UTF_8)));
            assertThat(log.lines()).hasSizeGreaterThanOrEqualTo(4);
            for (String secret : List.of(SECRET, right.substring(5), "private words")) {
                assertThat(log.lines()).noneSatisfy(line -> assertThat(line).contains(secret));
            }
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    "Refused a request to the messaging webhook with 403: The signature does not fit"));
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains("DEBUG")
                            .contains("Answered a messaging webhook with 200 after ")
                            .endsWith(" ms, trace 463ac35c9f6413ad"));
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains("ERROR")
                            .contains(
                                    "The application failed over a webhook; it should be delivered again, trace 463ac35c9f6413ad")
                            .contains("out of order"));
        }
    }

    private static void post(WebhookReceiver receiver, byte[] body, String signature) throws IOException {
        Map<String, String> headers = Map.of("X-Hub-Signature", signature, "X-B3-TraceId", "463ac35c9f6413ad");
        var unused = receiver.receive(
                "POST",
                name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of(),
                new ByteArrayInputStream(body));
    }
}
