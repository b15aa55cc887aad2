package io.github.multicloudcx.nexus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.messaging.ReceiptReason;
import io.github.multicloudcx.nexus.messaging.ReceiptReasonCode;
import io.github.multicloudcx.nexus.webhook.InteractionEvent;
import io.github.multicloudcx.nexus.webhook.InteractionFinished;
import io.github.multicloudcx.nexus.webhook.InteractionStarted;
import io.github.multicloudcx.nexus.webhook.OutgoingEmailMessage;
import io.github.multicloudcx.nexus.webhook.OutgoingSmsMessage;
import io.github.multicloudcx.nexus.webhook.Receipts;
import io.github.multicloudcx.nexus.webhook.WebhookDelivery;
import io.github.multicloudcx.nexus.webhook.WebhookMessage;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import io.github.multicloudcx.nexus.webhook.WebhookReceiver;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import io.github.multicloudcx.sandbox.ChannelMessage;
import io.github.multicloudcx.sandbox.WebhookAttempt;
import io.github.multicloudcx.sandbox.WebhookState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sandbox calls the application, and the application calls the sandbox. */
@Timeout(120)
class WebhookSandboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Deployment deployment = new Deployment();
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final List<WebhookDelivery<WebhookMessage>> delivered = new CopyOnWriteArrayList<>();
    private volatile Function<WebhookMessage, WebhookOutcome> application = message -> WebhookOutcome.accepted();

    @AfterEach
    void close() {
        executor.shutdownNow();
        deployment.close();
    }

    private void serve(Webhooks webhooks) {
        var uri = deployment.serve("/messages", WebhookReceiver.messages(webhooks, executor, delivery -> {
            delivered.add(delivery);
            return application.apply(delivery.content());
        }));
        deployment.control.webhook(deployment.control.smsChannelId(), uri);
        deployment.control.webhook(deployment.control.emailChannelId(), uri);
    }

    private io.github.multicloudcx.sandbox.WebhookDelivery text(String text) {
        return deployment
                .control
                .sendText(deployment.control.smsChannelId(), "16504661149", text)
                .await(PATIENCE);
    }

    @Test
    void anAgentAndAConsumerTalkAndTheReceiptFindsItsMessage() {
        serve(deployment.webhooks);
        deployment.control.agentReplies(text -> "You wrote: " + text);
        deployment
                .sms()
                .send(InboundMessage.text("hello").from("16504661149").to("0123456789"))
                .execute();
        deployment.control.deliveries().get(0).await(PATIENCE);

        OutgoingSmsMessage answer = (OutgoingSmsMessage) delivered.get(0).content();
        assertThat(answer.text()).isEqualTo("You wrote: hello");
        assertThat(answer.channel().to().get(0).id()).isEqualTo("16504661149");
        assertThat(delivered.get(0).traceId()).hasSize(16);
        deployment.sms().send(Receipts.of(answer).delivered()).execute();
        deployment
                .sms()
                .send(Receipts.of(answer).failed(ReceiptReason.of(ReceiptReasonCode.EXPIRED)))
                .execute();
        assertThat(deployment.control.messages().subList(1, 3))
                .extracting(ChannelMessage::receiptFor)
                .containsOnly(deployment.control.deliveries().get(0));
        assertThat(deployment.sandbox.exercisedOperations()).contains("receiveOutgoingMessage", "sendChannelMessages");
    }

    @Test
    void everyDocumentedFormArrivesAsTheSame() {
        serve(deployment.webhooks);
        for (boolean other : new boolean[] {false, true}) {
            deployment.control.forms().recipientsInList(other);
            deployment.control.forms().fieldsBesideChannel(other);
            deployment.control.forms().upperCaseSignatures(other);
            assertThat(text("a").state()).isEqualTo(WebhookState.DELIVERED);
            var email = deployment
                    .control
                    .sendEmail(
                            deployment.control.emailChannelId(), List.of("a@mail.com", "b@mail.com"), "Subject", "text")
                    .await(PATIENCE);
            assertThat(email.attempts().get(0).problems()).isEmpty();
            int last = delivered.size() - 1;
            assertThat(delivered.get(last - 1).content().channel().to()).hasSize(1);
            OutgoingEmailMessage received =
                    (OutgoingEmailMessage) delivered.get(last).content();
            assertThat(received.channel().to()).hasSize(2);
            assertThat(received.channel().replyTo()).isNotNull();
            assertThat(received.text("text")).isEqualTo("text");
            deployment
                    .channel("company.com")
                    .send(Receipts.of(received).delivered())
                    .execute();
            List<ChannelMessage> messages = deployment.control.messages();
            assertThat(messages.subList(messages.size() - 2, messages.size()))
                    .extracting(ChannelMessage::receiptFor)
                    .containsOnly(email);
        }
    }

    @Test
    void aDuplicateAndARedeliveryReachTheApplicationOnceAndAreAnsweredAlike() {
        serve(deployment.webhooks);
        deployment.control.duplicates(true);
        List<WebhookAttempt> attempts = text("a").attempts();
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(0)).isEqualTo(attempts.get(1));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void laterIsDeliveredAgainAndCountsOnce() {
        serve(deployment.webhooks);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        application =
                message -> seen.add(message.messageId()) ? WebhookOutcome.later() : WebhookOutcome.accepted("ours");
        var sent = text("a");
        assertThat(sent.attempts()).extracting(WebhookAttempt::status).containsExactly(500, 200);
        assertThat(sent.messageId()).isEqualTo("ours");
        deployment
                .sms()
                .send(Receipts.of(delivered.get(1).content()).messageId("ours").delivered())
                .execute();
        assertThat(deployment.control.messages().get(0).receiptFor()).isEqualTo(sent);
    }

    @Test
    void anApplicationThatIsSlowerThanTheSenderIsNotAskedTwice() {
        serve(deployment.webhooks);
        CountDownLatch go = new CountDownLatch(1);
        application = message -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return WebhookOutcome.accepted();
        };
        deployment.control.answerTimeout(Duration.ofMillis(200));
        deployment.control.redelivery(1000, Duration.ofMillis(1));
        var sent = deployment.control.sendText(deployment.control.smsChannelId(), "1", "a");
        while (sent.attempts().size() < 2) {
            Thread.onSpinWait();
        }
        go.countDown();
        sent.await(PATIENCE);
        assertThat(sent.state()).isEqualTo(WebhookState.DELIVERED);
        assertThat(delivered).hasSize(1);
    }

    @Test
    void whatIsForgedOrUnreadableIsGivenUpAndNotDelivered() {
        serve(deployment.webhooks);
        String channel = deployment.control.smsChannelId();
        byte[] body = "{\"type\":\"Text\"}".getBytes(StandardCharsets.UTF_8);
        var forged = deployment.control.sendForged(channel, body).await(PATIENCE);
        var garbage = deployment
                .control
                .sendRaw(channel, "no json".getBytes(StandardCharsets.UTF_8))
                .await(PATIENCE);
        assertThat(forged.attempts()).extracting(WebhookAttempt::status).containsExactly(403);
        assertThat(garbage.attempts()).extracting(WebhookAttempt::status).containsExactly(400);
        assertThat(List.of(forged.state(), garbage.state())).containsOnly(WebhookState.GIVEN_UP);
        assertThat(delivered).isEmpty();
    }

    @Test
    void aSecretIsReplacedWithoutLosingAMessage() {
        serve(Webhooks.signedWith("new secret", deployment.control.appSecret()));
        assertThat(text("old").state()).isEqualTo(WebhookState.DELIVERED);
        deployment.control.rotateSecret(deployment.control.smsChannelId(), "new secret");
        assertThat(text("new").state()).isEqualTo(WebhookState.DELIVERED);
        assertThat(delivered).hasSize(2);
    }

    @Test
    void interactionsAreStartedAndFinished() {
        List<InteractionEvent> events = new CopyOnWriteArrayList<>();
        var uri = deployment.serve("/events", WebhookReceiver.interactions(deployment.webhooks, executor, delivery -> {
            events.addAll(delivery.content().events());
            return WebhookOutcome.accepted();
        }));
        deployment.control.interactionsWebhook(uri, deployment.control.appSecret());
        deployment.control.duplicates(true);
        String id = deployment.nexus.secureMails().send("text").call().execute().secureMailId();
        deployment.control.deliveries().get(0).await(PATIENCE);
        deployment.nexus.secureMails().getAndMarkRead(id).execute();
        deployment.control.deliveries().get(1).await(PATIENCE);
        assertThat(events).hasSize(2);
        assertThat(((InteractionStarted) events.get(0)).interaction().id()).isEqualTo(id);
        assertThat(((InteractionFinished) events.get(1)).interaction().id()).isEqualTo(id);
        assertThat(deployment.control.deliveries())
                .allSatisfy(
                        each -> assertThat(each.attempts().get(0).problems()).isEmpty());
        assertThat(deployment.sandbox.exercisedOperations()).contains("receiveInteractionEvents");
    }

    @Test
    void aThousandMessagesOfTheSandboxWithFaultsAreTakenOverOnceEach() {
        serve(deployment.webhooks);
        Set<String> refused = ConcurrentHashMap.newKeySet();
        List<String> taken = Collections.synchronizedList(new ArrayList<>());
        Random random = new Random(1);
        Set<Integer> troubled = ConcurrentHashMap.newKeySet();
        random.ints(100, 0, 1000).forEach(troubled::add);
        application = message -> {
            String text = ((OutgoingSmsMessage) message).text();
            if (troubled.contains(Integer.valueOf(text)) && refused.add(text)) {
                throw new IllegalStateException("not now");
            }
            taken.add(text);
            return WebhookOutcome.accepted();
        };
        deployment.control.duplicates(true);
        deployment.control.answerTimeout(Duration.ofSeconds(60));
        List<io.github.multicloudcx.sandbox.WebhookDelivery> sent = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            sent.add(deployment.control.sendText(deployment.control.smsChannelId(), "1", Integer.toString(i)));
        }
        sent.forEach(each -> assertThat(each.await(PATIENCE).state()).isEqualTo(WebhookState.DELIVERED));
        assertThat(taken).hasSize(1000).doesNotHaveDuplicates();
    }
}
