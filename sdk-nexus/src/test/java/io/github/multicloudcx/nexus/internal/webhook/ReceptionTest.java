package io.github.multicloudcx.nexus.internal.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.nexus.webhook.DeliveryMemory;
import io.github.multicloudcx.nexus.webhook.WebhookAnswer;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import io.github.multicloudcx.testsupport.LogLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The deadline, on a clock that the test moves. */
class ReceptionTest {
    private static final Webhooks WEBHOOKS = Webhooks.signedWith("app-secret");
    private static final byte[] BODY = "{\"channel\":{\"messageId\":\"1\"}}".getBytes(UTF_8);

    private final Clock clock = new Clock();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Object> delivered = new ArrayList<>();
    private final Reception reception = new ReceiverSettings<>(
                    WEBHOOKS,
                    new MessagingKind(WEBHOOKS),
                    delivery -> {
                        delivered.add(delivery.content());
                        return WebhookOutcome.accepted();
                    },
                    waiting::add,
                    Duration.ofSeconds(8),
                    DeliveryMemory.inMemory(10),
                    clock)
            .reception();

    private CompletableFuture<WebhookAnswer> post(InputStream body) throws IOException {
        return reception.receive(
                "POST", name -> name.equals("X-Hub-Signature") ? List.of(WEBHOOKS.sign(BODY)) : List.of(), body);
    }

    private CompletableFuture<WebhookAnswer> post() throws IOException {
        return post(new ByteArrayInputStream(BODY));
    }

    @Test
    void whenTheDeadlinePassesTheSenderIsAskedToDeliverAgainAndIsToldThenHowItEnded() throws IOException {
        CompletableFuture<WebhookAnswer> first = post();
        clock.advance(Duration.ofMillis(7_999));
        assertThat(first).isNotDone();
        try (LogLines log = LogLines.open()) {
            clock.advance(Duration.ofMillis(1));
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains("WARN")
                            .contains("The application has not finished with a messaging webhook within 8000 ms"));
        }
        assertThat(first).isCompletedWithValue(WebhookAnswer.later());

        CompletableFuture<WebhookAnswer> atWork = post();
        waiting.remove().run();
        assertThat(atWork).isCompletedWithValue(WebhookAnswer.message("1"));
        CompletableFuture<WebhookAnswer> after = post();
        waiting.remove().run();
        assertThat(after).isCompletedWithValue(WebhookAnswer.message("1"));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void theTimeInWhichTheBodyArrivedCounts() throws IOException {
        CompletableFuture<WebhookAnswer> slow = post(new ByteArrayInputStream(BODY) {
            @Override
            public byte[] readNBytes(int most) throws IOException {
                clock.advance(Duration.ofSeconds(7));
                return super.readNBytes(most);
            }
        });
        clock.advance(Duration.ofMillis(999));
        assertThat(slow).isNotDone();
        clock.advance(Duration.ofMillis(1));
        assertThat(slow).isCompletedWithValue(WebhookAnswer.later());
    }

    @Test
    void whatTookTooLongToArriveIsStillDelivered() throws IOException {
        CompletableFuture<WebhookAnswer> late = post(new ByteArrayInputStream(BODY) {
            @Override
            public byte[] readNBytes(int most) throws IOException {
                clock.advance(Duration.ofSeconds(9));
                return super.readNBytes(most);
            }
        });
        clock.advance(Duration.ZERO);
        assertThat(late).isCompletedWithValue(WebhookAnswer.later());
        waiting.remove().run();
        CompletableFuture<WebhookAnswer> after = post();
        waiting.remove().run();
        assertThat(after).isCompletedWithValue(WebhookAnswer.message("1"));
        assertThat(delivered).hasSize(1);
    }

    private static final class Clock implements Patience {
        private record Timer(long at, Runnable run) {}

        private final List<Timer> timers = new ArrayList<>();
        private long now;

        void advance(Duration time) {
            now += time.toNanos();
            List.copyOf(timers).stream().filter(timer -> timer.at() <= now).forEach(timer -> {
                timers.remove(timer);
                timer.run().run();
            });
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public <T> CompletableFuture<T> within(CompletableFuture<T> future, Duration time, T otherwise) {
            CompletableFuture<T> copy = future.copy();
            timers.add(new Timer(now + time.toNanos(), () -> copy.complete(otherwise)));
            return copy;
        }
    }
}
