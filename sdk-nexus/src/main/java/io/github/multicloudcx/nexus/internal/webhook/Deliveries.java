package io.github.multicloudcx.nexus.internal.webhook;

import io.github.multicloudcx.nexus.webhook.DeliveryMemory;
import io.github.multicloudcx.nexus.webhook.WebhookAnswer;
import io.github.multicloudcx.nexus.webhook.WebhookApplication;
import io.github.multicloudcx.nexus.webhook.WebhookDelivery;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands webhooks to the application, each of them once: who comes while it is at work waits for the same answer. */
final class Deliveries<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final WebhookKind<T> kind;
    private final WebhookApplication<T> application;
    private final Executor executor;
    private final DeliveryMemory memory;
    private final Map<String, CompletableFuture<WebhookAnswer>> running = new ConcurrentHashMap<>();

    Deliveries(WebhookKind<T> kind, WebhookApplication<T> application, Executor executor, DeliveryMemory memory) {
        this.kind = kind;
        this.application = application;
        this.executor = executor;
        this.memory = memory;
    }

    /** The answer to come. It never fails, and is not the caller's to complete. */
    CompletableFuture<WebhookAnswer> deliver(WebhookDelivery<T> delivery) {
        String key = kind.key(delivery.content());
        CompletableFuture<WebhookAnswer> mine = new CompletableFuture<>();
        CompletableFuture<WebhookAnswer> other = key == null ? null : running.putIfAbsent(key, mine);
        if (other != null) {
            return other;
        }
        try {
            executor.execute(() -> finish(key, mine, key == null ? taken(delivery) : once(delivery, key)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The executor takes no webhook now: {}; it should be delivered again, trace {}",
                    e.toString(),
                    trace(delivery));
            finish(key, mine, WebhookAnswer.later());
        }
        return mine;
    }

    private void finish(@Nullable String key, CompletableFuture<WebhookAnswer> mine, WebhookAnswer answer) {
        if (key != null) {
            running.remove(key, mine);
        }
        mine.complete(answer);
    }

    private WebhookAnswer taken(WebhookDelivery<T> delivery) {
        WebhookOutcome outcome = outcome(delivery);
        return outcome.processed() ? kind.accepted(kind.messageId(delivery.content(), outcome)) : WebhookAnswer.later();
    }

    /** The memory may be a database: it is asked here, and not on a thread of the HTTP server. */
    private WebhookAnswer once(WebhookDelivery<T> delivery, String key) {
        try {
            return switch (memory.claim(key)) {
                case NEW -> claimed(delivery, key);
                case RUNNING -> WebhookAnswer.later();
                case DONE -> kind.accepted(memory.messageId(key));
            };
        } catch (RuntimeException e) {
            LOG.error(
                    "The memory of webhooks failed; the webhook should be delivered again, trace {}",
                    trace(delivery),
                    e);
            return WebhookAnswer.later();
        }
    }

    private WebhookAnswer claimed(WebhookDelivery<T> delivery, String key) {
        WebhookOutcome outcome = outcome(delivery);
        if (!outcome.processed()) {
            release(key);
            return WebhookAnswer.later();
        }
        String messageId = kind.messageId(delivery.content(), outcome);
        remember(delivery, key, messageId);
        return kind.accepted(messageId);
    }

    private WebhookOutcome outcome(WebhookDelivery<T> delivery) {
        try {
            WebhookOutcome outcome = application.receive(delivery);
            if (outcome != null) {
                return outcome;
            }
            LOG.error(
                    "The application returned null for a webhook; it should be delivered again, trace {}",
                    trace(delivery));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("A webhook was interrupted; it should be delivered again, trace {}", trace(delivery));
        } catch (Throwable e) {
            LOG.error(
                    "The application failed over a webhook; it should be delivered again, trace {}",
                    trace(delivery),
                    e);
        }
        return WebhookOutcome.later();
    }

    /** The application has done it: to ask for it again because of the memory would do it twice. */
    private void remember(WebhookDelivery<T> delivery, String key, @Nullable String messageId) {
        try {
            memory.done(key, messageId);
        } catch (RuntimeException e) {
            LOG.error(
                    "A webhook was taken over and could not be remembered; if it comes again it is delivered again, trace {}",
                    trace(delivery),
                    e);
        }
    }

    private void release(String key) {
        try {
            memory.release(key);
        } catch (RuntimeException e) {
            LOG.error("The memory of webhooks did not take a claim back; a redelivery may be put off", e);
        }
    }

    private static String trace(WebhookDelivery<?> delivery) {
        return delivery.traceId() == null ? "none" : delivery.traceId();
    }
}
