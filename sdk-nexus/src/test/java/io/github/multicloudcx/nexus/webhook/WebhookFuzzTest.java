package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.error.InvalidSignatureException;
import io.github.multicloudcx.testsupport.RandomJson;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever comes, nothing but the two documented exceptions leaves the readers, and nothing is lost. */
class WebhookFuzzTest {
    private static final List<String> NAMES = List.of(
            "channel",
            "id",
            "type",
            "from",
            "to",
            "messageId",
            "context",
            "replyTo",
            "text",
            "subject",
            "content",
            "operationId",
            "data",
            "entities",
            "event",
            "entity",
            "mediaType",
            "interactionSubtype",
            "selfUri",
            "x");
    private static final List<String> TEXTS =
            List.of("", " ", "Text", "Email", "sms", "email", "STARTED", "FINISHED", "1", "\u0000", "\ud83d\ude00");

    @RepeatedTest(20)
    void brokenBytesOfTheSamplesAreReadOrRefused(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (String name : List.of("webhook-sms.request", "webhook-email.request", "webhook-interactions.request")) {
            for (int i = 0; i < 100; i++) {
                byte[] body = broken(Given.sample(name), random);
                String signature = WEBHOOKS.sign(body);
                survives(() -> assertThat(
                                WEBHOOKS.messaging(signature, body).body().bytes())
                        .isEqualTo(body));
                survives(() -> assertThat(
                                WEBHOOKS.interactions(signature, body).body().bytes())
                        .isEqualTo(body));
            }
        }
    }

    private static byte[] broken(byte[] sample, Random random) {
        byte[] body = random.nextInt(4) == 0
                ? java.util.Arrays.copyOf(sample, random.nextInt(sample.length))
                : sample.clone();
        for (int i = random.nextInt(4); i > 0 && body.length > 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private static void survives(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidWebhookException e) {
            assertThat(e.getMessage()).startsWith("The body of the webhook is not");
        }
    }

    @RepeatedTest(20)
    void anyObjectIsReadAndKept(RepetitionInfo repetition) throws IOException {
        RandomJson random = new RandomJson(1000 + repetition.getCurrentRepetition(), NAMES, TEXTS);
        for (int i = 0; i < 200; i++) {
            JsonNode object = random.object(4);
            byte[] body = new ObjectMapper().writeValueAsBytes(object);
            WebhookMessage message = WEBHOOKS.messaging(WEBHOOKS.sign(body), body);
            assertThat(message.body().json()).isEqualTo(object);
            InteractionEvents events = WEBHOOKS.interactions(WEBHOOKS.sign(body), body);
            JsonNode entities = object.path("data").path("entities");
            int due = entities.isArray() ? entities.size() : entities.isMissingNode() || entities.isNull() ? 0 : 1;
            assertThat(events.events()).hasSize(due);
        }
    }

    @RepeatedTest(20)
    void anyHeaderIsAnInvalidSignatureAndNothingElse(RepetitionInfo repetition) {
        Random random = new Random(2000 + repetition.getCurrentRepetition());
        byte[] body = Given.sample("webhook-sms.request");
        String right = WEBHOOKS.sign(body);
        for (int i = 0; i < 200; i++) {
            StringBuilder header = new StringBuilder(right);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                header.setCharAt(5 + random.nextInt(40), (char) random.nextInt(0x3000));
            }
            if (!header.toString().equalsIgnoreCase(right)) {
                try {
                    var message = WEBHOOKS.messaging(header.toString(), body);
                    throw new AssertionError("accepted " + header + " for " + message);
                } catch (InvalidSignatureException e) {
                    assertThat(e.getMessage()).doesNotContain(right.substring(5));
                }
            }
        }
    }
}
