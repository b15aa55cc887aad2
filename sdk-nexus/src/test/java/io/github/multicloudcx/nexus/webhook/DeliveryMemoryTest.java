package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static io.github.multicloudcx.nexus.webhook.Given.sms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A memory of the application's own. */
class DeliveryMemoryTest extends ReceiverFixture {
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
}
