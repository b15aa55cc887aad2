package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static io.github.multicloudcx.nexus.webhook.Given.json;
import static io.github.multicloudcx.nexus.webhook.Given.sample;
import static io.github.multicloudcx.nexus.webhook.Given.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest extends ReceiverFixture {
    @Test
    void aMessageThatWasTakenOverIsAnsweredAsInTheSample() {
        CompletableFuture<WebhookAnswer> answer = post(receiver, sample("webhook-sms.request"));
        assertThat(answer).isNotDone();
        work();
        assertThat(now(answer)).isEqualTo(new WebhookAnswer(200, "{\"messageId\":\"1613474523265-0\"}"));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void theApplicationMayKnowAMessageByAnotherId() {
        application = delivery -> WebhookOutcome.accepted("ours \"1\"");
        WebhookAnswer answer = answered(sms("1"));
        assertThat(answer.body()).isEqualTo("{\"messageId\":\"ours \\\"1\\\"\"}");
        assertThat(answered(sms("1"))).isEqualTo(answer);
        assertThat(delivered).hasSize(1);
    }

    @Test
    void aMessageWithoutAnIdIsAnsweredWithoutOneAndNeverTakenForARedelivery() {
        byte[] body = sample("receiveOutgoingMessage.request");
        assertThat(answered(body)).isEqualTo(new WebhookAnswer(200, "{}"));
        assertThat(answered(body)).isEqualTo(new WebhookAnswer(200, "{}"));
        assertThat(delivered).hasSize(2);
    }

    @Test
    void interactionEventsAreAnsweredWith200AndRecognisedByTheirBytes() {
        List<InteractionEvents> events = new ArrayList<>();
        WebhookReceiver interactions = WebhookReceiver.interactions(WEBHOOKS, Runnable::run, delivery -> {
            events.add(delivery.content());
            return WebhookOutcome.accepted("not for events");
        });
        byte[] body = sample("webhook-interactions.request");
        WebhookAnswer accepted = new WebhookAnswer(200, "{\"status\":{\"code\":0}}");
        assertThat(now(post(interactions, body))).isEqualTo(accepted);
        assertThat(now(post(interactions, body))).isEqualTo(accepted);
        assertThat(events).hasSize(1);
        byte[] next = json(
                "{'operationId':'f6c49d91-926b-4473-b2f3-8d8fd295c968','data':{'entities':[{'event':'FINISHED'}]}}");
        assertThat(now(post(interactions, next))).isEqualTo(accepted);
        assertThat(events).hasSize(2);
        byte[] nameless = json("{'data':{'entities':[{'event':'STARTED','entity':{}}]}}");
        assertThat(now(post(interactions, nameless))).isEqualTo(accepted);
        assertThat(now(post(interactions, nameless))).isEqualTo(accepted);
        assertThat(events).hasSize(4);
        byte[] named = json("{'data':{'entities':[{'event':'STARTED','entity':{'id':'7'}}]}}");
        assertThat(now(post(interactions, named))).isEqualTo(accepted);
        assertThat(now(post(interactions, named))).isEqualTo(accepted);
        assertThat(events).hasSize(5);
    }

    @Test
    void aRedeliveryOfWhatIsAtWorkWaitsForTheSameAnswer() {
        CompletableFuture<WebhookAnswer> first = post(receiver, sms("1"));
        CompletableFuture<WebhookAnswer> second = post(receiver, sms("1"));
        assertThat(waiting).hasSize(1);
        work();
        assertThat(now(first)).isEqualTo(now(second)).isEqualTo(WebhookAnswer.message("1"));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void theSameIdInAnotherChannelIsAnotherMessage() {
        answered(json("{'channel':{'id':'a','messageId':'1'}}"));
        answered(json("{'channel':{'id':'b','messageId':'1'}}"));
        answered(json("{'channel':{'messageId':'1'}}"));
        assertThat(delivered).hasSize(3);
    }

    @Test
    void laterAsksForARedeliveryWhichIsDeliveredThen() {
        application = delivery -> WebhookOutcome.later();
        assertThat(answered(sms("1"))).isEqualTo(LATER);
        application = delivery -> WebhookOutcome.accepted();
        assertThat(answered(sms("1"))).isEqualTo(WebhookAnswer.message("1"));
        assertThat(delivered).hasSize(2);
    }

    @Test
    void whateverTheApplicationThrowsAsksForARedelivery() {
        List<WebhookApplication<WebhookMessage>> failing = List.of(
                delivery -> {
                    throw new IllegalStateException("database");
                },
                delivery -> {
                    throw new IOException("network");
                },
                delivery -> {
                    throw new AssertionError("bug");
                },
                delivery -> null);
        for (WebhookApplication<WebhookMessage> each : failing) {
            application = each;
            assertThat(answered(sms("1"))).isEqualTo(LATER);
        }
        application = delivery -> WebhookOutcome.accepted();
        assertThat(answered(sms("1")).status()).isEqualTo(200);
        assertThat(delivered).hasSize(5);
    }

    @Test
    void anInterruptAsksForARedeliveryAndStays() {
        application = delivery -> {
            throw new InterruptedException();
        };
        assertThat(answered(sms("1"))).isEqualTo(LATER);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anExecutorThatIsFullAsksForARedelivery() {
        Executor full = work -> {
            throw new RejectedExecutionException("full");
        };
        WebhookReceiver busy = WebhookReceiver.messages(WEBHOOKS, full, delivery -> WebhookOutcome.accepted());
        assertThat(now(post(busy, sms("1")))).isEqualTo(LATER);
        assertThat(now(post(busy, sms("1")))).isEqualTo(LATER);
        assertThat(now(post(busy, sample("receiveOutgoingMessage.request")))).isEqualTo(LATER);
    }

    @Test
    void theTraceIdIsHandedOnWhenItIsOne() {
        byte[] body = sms("1");
        String signature = WEBHOOKS.sign(body);
        String[][] traces = {
            {"463ac35c9f6413ad", "463ac35c9f6413ad"},
            {"463ac35c9f6413ad48485a3953bb6124", "463ac35c9f6413ad48485a3953bb6124"},
            {"x\nfaked line", null},
            {"", null}
        };
        for (int i = 0; i < traces.length; i++) {
            application = delivery -> WebhookOutcome.later();
            var unused = post(
                    receiver,
                    body,
                    Map.of("X-Hub-Signature", List.of(signature), "X-B3-TraceId", List.of(traces[i][0])));
            work();
            assertThat(delivered.get(i).traceId()).isEqualTo(traces[i][1]);
        }
    }

    @Test
    void theAnswerBelongsToOneRequestOnly() {
        CompletableFuture<WebhookAnswer> first = post(receiver, sms("1"));
        assertThat(first.complete(LATER)).isTrue();
        CompletableFuture<WebhookAnswer> second = post(receiver, sms("1"));
        work();
        assertThat(now(second).status()).isEqualTo(200);
    }

    @Test
    void badParametersAreRefusedByName() {
        refused("executor", () -> WebhookReceiver.messages(WEBHOOKS, null, delivery -> WebhookOutcome.later()));
        refused("application", () -> WebhookReceiver.messages(WEBHOOKS, Runnable::run, null));
        refused(
                "webhooks",
                () -> WebhookReceiver.interactions(null, Runnable::run, delivery -> WebhookOutcome.later()));
        refused("deadline", () -> receiver.deadline(Duration.ZERO));
        refused("at most 10 s", () -> receiver.deadline(Duration.ofMillis(10_001)));
        refused("memory", () -> receiver.memory(null));
        refused("entries", () -> DeliveryMemory.inMemory(0));
        refused("messageId", () -> WebhookOutcome.accepted(" "));
        assertThat(receiver).hasToString("WebhookReceiver[messaging]");
    }

    private static void refused(String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }
}
