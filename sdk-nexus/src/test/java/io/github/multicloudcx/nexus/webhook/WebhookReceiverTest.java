package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static io.github.multicloudcx.nexus.webhook.Given.bytes;
import static io.github.multicloudcx.nexus.webhook.Given.json;
import static io.github.multicloudcx.nexus.webhook.Given.sample;
import static io.github.multicloudcx.nexus.webhook.Given.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint whose application works when the test says so. */
class WebhookReceiverTest {
    private static final WebhookAnswer LATER = WebhookAnswer.later();

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<WebhookDelivery<WebhookMessage>> delivered = new ArrayList<>();
    private WebhookApplication<WebhookMessage> application = delivery -> WebhookOutcome.accepted();
    private final WebhookReceiver receiver = WebhookReceiver.messages(WEBHOOKS, waiting::add, delivery -> {
        delivered.add(delivery);
        return application.receive(delivery);
    });

    private static CompletableFuture<WebhookAnswer> post(WebhookReceiver receiver, byte[] body) {
        return post(receiver, body, Map.of("X-Hub-Signature", List.of(WEBHOOKS.sign(body))));
    }

    private static CompletableFuture<WebhookAnswer> post(
            WebhookReceiver receiver, byte[] body, Map<String, List<String>> headers) {
        try {
            return receiver.receive(
                    "POST", name -> headers.getOrDefault(name, List.of()), new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void work() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private WebhookAnswer answered(byte[] body) {
        CompletableFuture<WebhookAnswer> answer = post(receiver, body);
        work();
        return now(answer);
    }

    private static WebhookAnswer now(CompletableFuture<WebhookAnswer> answer) {
        assertThat(answer).isCompleted();
        return answer.join();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha1=",
                "sha256=da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "sha1=da39a3ee5e6b4b0d3255bfef95601890afd8070",
                "sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "sha1=\uff24a39a3ee5e6b4b0d3255bfef95601890afd80709",
                "sha1=zz39a3ee5e6b4b0d3255bfef95601890afd80709"
            })
    void aWrongSignatureIs403AndTellsNothing(String header) {
        WebhookAnswer answer = now(post(receiver, sms("1"), Map.of("X-Hub-Signature", List.of(header))));
        assertThat(answer).isEqualTo(WebhookAnswer.forbidden());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"The signature is missing or does not fit\"}");
        assertThat(waiting).isEmpty();
    }

    @Test
    void noSignatureAndTwoOfThemAre403() {
        byte[] body = sms("1");
        String right = WEBHOOKS.sign(body);
        assertThat(now(post(receiver, body, Map.of())).status()).isEqualTo(403);
        assertThat(now(post(receiver, body, Map.of("X-Hub-Signature", List.of(right, right))))
                        .status())
                .isEqualTo(403);
        assertThat(now(post(receiver, body, Map.of("X-Hub-Signature", List.of(right + ", " + right))))
                        .status())
                .isEqualTo(403);
        assertThat(waiting).isEmpty();
    }

    @Test
    void aBodyThatCannotBeReadIs400AndTellsNothing() {
        for (String body : List.of("", "no json", "[]", "{\"a\":".repeat(1000))) {
            WebhookAnswer answer = now(post(receiver, bytes(body)));
            assertThat(answer).isEqualTo(new WebhookAnswer(400, "{\"message\":\"The body is not as documented\"}"));
        }
        assertThat(waiting).isEmpty();
    }

    @Test
    void anotherMethodIs405() throws IOException {
        for (String method : List.of("GET", "PUT", "post")) {
            assertThat(now(receiver.receive(method, name -> List.of(), InputStream.nullInputStream()))
                            .status())
                    .isEqualTo(405);
        }
    }

    @Test
    void aBodyBeyondTheLimitIs413AndNotReadToItsEnd() throws IOException {
        WebhookReceiver small = WebhookReceiver.messages(
                WEBHOOKS.maxBodyBytes(100), Runnable::run, delivery -> WebhookOutcome.accepted());
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[50_000_000]);
        assertThat(now(small.receive("POST", name -> List.of(), endless)).status())
                .isEqualTo(413);
        assertThat(endless.available()).isEqualTo(50_000_000 - 101);
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        Map<String, List<String>> announced = Map.of("Content-Length", List.of("101"));
        assertThat(now(small.receive("POST", name -> announced.getOrDefault(name, List.of()), untouched))
                        .status())
                .isEqualTo(413);
        byte[] exact = bytes("{\"a\":\"" + "x".repeat(92) + "\"}");
        assertThat(now(post(small, exact)).status()).isEqualTo(200);
    }

    @Test
    void aBodyThatBreaksOffIsNotAnswered() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatIOException().isThrownBy(() -> {
            var unused = receiver.receive("POST", name -> List.of(), broken);
        });
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
    void aMemoryOfTheApplicationTellsAcrossProcesses() {
        Shared memory = new Shared();
        WebhookReceiver here = receiver.memory(memory);
        WebhookReceiver there = WebhookReceiver.messages(WEBHOOKS, Runnable::run, delivery -> WebhookOutcome.accepted())
                .memory(memory);
        List<WebhookAnswer> meanwhile = new ArrayList<>();
        CompletableFuture<WebhookAnswer> first = post(here, sms("1"));
        application = delivery -> {
            meanwhile.add(now(post(there, sms("1"))));
            return WebhookOutcome.accepted("ours");
        };
        work();
        assertThat(meanwhile).containsExactly(LATER);
        assertThat(now(first)).isEqualTo(WebhookAnswer.message("ours"));
        assertThat(now(post(there, sms("1")))).isEqualTo(WebhookAnswer.message("ours"));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void aMemoryThatFailsAsksForARedeliveryUnlessItIsTooLate() {
        Shared memory = new Shared();
        WebhookReceiver here = receiver.memory(memory);
        memory.failing = "claim";
        CompletableFuture<WebhookAnswer> refused = post(here, sms("1"));
        work();
        assertThat(now(refused)).isEqualTo(LATER);
        assertThat(delivered).isEmpty();
        memory.failing = "done";
        CompletableFuture<WebhookAnswer> answer = post(here, sms("1"));
        work();
        assertThat(now(answer).status()).isEqualTo(200);
        memory.failing = "release";
        application = delivery -> WebhookOutcome.later();
        CompletableFuture<WebhookAnswer> other = post(here, sms("2"));
        work();
        assertThat(now(other)).isEqualTo(LATER);
    }

    private static final class Shared implements DeliveryMemory {
        private final DeliveryMemory memory = DeliveryMemory.inMemory(10);
        private String failing = "";

        private void may(String what) {
            if (failing.equals(what)) {
                throw new IllegalStateException("the database is down");
            }
        }

        @Override
        public Claim claim(String key) {
            may("claim");
            return memory.claim(key);
        }

        @Override
        public @Nullable String messageId(String key) {
            return memory.messageId(key);
        }

        @Override
        public void done(String key, @Nullable String messageId) {
            may("done");
            memory.done(key, messageId);
        }

        @Override
        public void release(String key) {
            may("release");
            memory.release(key);
        }
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
