package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of webhooks when the sandbox is closed. */
@Timeout(60)
class NexusClosingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sandbox sandbox = Sandbox.start();
    private final NexusControl nexus = sandbox.nexus();
    private final WebhookApplication application = new WebhookApplication();

    @BeforeEach
    void start() {
        nexus.webhook(nexus.smsChannelId(), application.uri());
        nexus.redelivery(1000, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        application.close();
        sandbox.close();
    }

    private WebhookDelivery send() {
        return nexus.sendText(nexus.smsChannelId(), "1", "a");
    }

    private static WebhookDelivery tried(WebhookDelivery delivery) {
        while (delivery.attempts().isEmpty()) {
            Thread.onSpinWait();
        }
        return delivery;
    }

    @Test
    void what_waits_for_its_redelivery_is_given_up() {
        application.then(500);
        WebhookDelivery waiting = tried(send());
        assertThat(waiting.state()).isEqualTo(WebhookState.PENDING);
        sandbox.close();

        assertThat(waiting.state()).isEqualTo(WebhookState.GIVEN_UP);
        assertThat(waiting.await(Duration.ZERO).attempts()).hasSize(1);
    }

    @Test
    void what_waits_for_its_answer_is_given_up() {
        application.then(0);
        WebhookDelivery hanging = send();
        while (application.heard().isEmpty()) {
            Thread.onSpinWait();
        }
        sandbox.close();

        assertThat(hanging.state()).isEqualTo(WebhookState.GIVEN_UP);
    }

    @Test
    void what_was_accepted_stays_so_when_its_duplicate_is_on_its_way() {
        nexus.duplicates(true);
        application.then(200, 0);
        WebhookDelivery accepted = tried(send());
        while (application.heard().size() < 2) {
            Thread.onSpinWait();
        }
        sandbox.close();

        assertThat(accepted.state()).isEqualTo(WebhookState.DELIVERED);
        assertThat(accepted.messageId()).isEqualTo("ours-1");
    }

    @Test
    void what_is_sent_afterwards_is_given_up() {
        sandbox.close();

        assertThat(send().state()).isEqualTo(WebhookState.GIVEN_UP);
    }

    @Test
    void the_threads_that_call_webhooks_end() throws InterruptedException {
        send().await(PATIENCE);
        List<Thread> calling = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName()
                        .startsWith("sandbox-webhooks-" + sandbox.baseUrl().getPort() + "-"))
                .toList();
        sandbox.close();

        assertThat(calling).isNotEmpty();
        for (Thread each : calling) {
            each.join(PATIENCE.toMillis());
            assertThat(each.isAlive()).as(each.getName()).isFalse();
        }
    }
}
