package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** An endpoint whose application works when the test says so. */
abstract class ReceiverFixture {
    static final WebhookAnswer LATER = WebhookAnswer.later();

    final Queue<Runnable> waiting = new ArrayDeque<>();

    final List<WebhookDelivery<WebhookMessage>> delivered = new ArrayList<>();

    WebhookApplication<WebhookMessage> application = delivery -> WebhookOutcome.accepted();

    final WebhookReceiver receiver = WebhookReceiver.messages(WEBHOOKS, waiting::add, delivery -> {
        delivered.add(delivery);
        return application.receive(delivery);
    });

    static CompletableFuture<WebhookAnswer> post(WebhookReceiver receiver, byte[] body) {
        return post(receiver, body, Map.of("X-Hub-Signature", List.of(WEBHOOKS.sign(body))));
    }

    static CompletableFuture<WebhookAnswer> post(
            WebhookReceiver receiver, byte[] body, Map<String, List<String>> headers) {
        try {
            return receiver.receive(
                    "POST", name -> headers.getOrDefault(name, List.of()), new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void work() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    WebhookAnswer answered(byte[] body) {
        CompletableFuture<WebhookAnswer> answer = post(receiver, body);
        work();
        return now(answer);
    }

    static WebhookAnswer now(CompletableFuture<WebhookAnswer> answer) {
        assertThat(answer).isCompleted();
        return answer.join();
    }
}
