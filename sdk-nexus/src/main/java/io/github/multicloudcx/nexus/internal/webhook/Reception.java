package io.github.multicloudcx.nexus.internal.webhook;

import io.github.multicloudcx.core.error.InvalidSignatureException;
import io.github.multicloudcx.core.webhook.HubSignature;
import io.github.multicloudcx.nexus.webhook.InvalidWebhookException;
import io.github.multicloudcx.nexus.webhook.WebhookAnswer;
import io.github.multicloudcx.nexus.webhook.WebhookDelivery;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to its answer. */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final String TRACE = "X-B3-TraceId";

    private final Webhooks webhooks;
    private final Way<?> way;
    private final Duration deadline;
    private final Patience patience;

    private Reception(Webhooks webhooks, Way<?> way, Duration deadline, Patience patience) {
        this.webhooks = webhooks;
        this.way = way;
        this.deadline = deadline;
        this.patience = patience;
    }

    static <T> Reception of(ReceiverSettings<T> settings) {
        Deliveries<T> deliveries =
                new Deliveries<>(settings.kind(), settings.application(), settings.executor(), settings.memory());
        return new Reception(
                settings.webhooks(), new Way<>(settings.kind(), deliveries), settings.deadline(), settings.patience());
    }

    /** What is done about a body of one kind. */
    private record Way<T>(WebhookKind<T> kind, Deliveries<T> deliveries) {
        CompletableFuture<WebhookAnswer> go(@Nullable String signature, byte[] body, @Nullable String trace) {
            return deliveries.deliver(new WebhookDelivery<>(kind.read(signature, body), trace));
        }
    }

    /** The answer to come, in time. */
    public CompletableFuture<WebhookAnswer> receive(
            String method, Function<String, List<String>> headers, InputStream body) throws IOException {
        long start = patience.nanoTime();
        if (!method.equals("POST")) {
            return refuse(405, "Send a webhook with POST", "its method is not POST");
        }
        byte @Nullable [] bytes = bytes(headers, body);
        if (bytes == null) {
            return refuse(413, "The body is too large", "its body has more than " + webhooks.maxBodyBytes() + " bytes");
        }
        String trace = trace(headers);
        CompletableFuture<WebhookAnswer> answer = answer(headers.apply(HubSignature.HEADER), bytes, trace);
        Duration left = deadline.minusNanos(patience.nanoTime() - start);
        CompletableFuture<WebhookAnswer> inTime =
                answer.isDone() ? answer.copy() : patience.within(answer, left, WebhookAnswer.later());
        return inTime.whenComplete((given, never) -> log(given, !answer.isDone(), start, trace));
    }

    private void log(WebhookAnswer given, boolean late, long start, @Nullable String trace) {
        if (late) {
            LOG.warn(
                    "The application has not finished with a {} webhook within {} ms; it is asked for again, trace {}",
                    way.kind().name(),
                    deadline.toMillis(),
                    trace);
        } else {
            LOG.debug(
                    "Answered a {} webhook with {} after {} ms, trace {}",
                    way.kind().name(),
                    given.status(),
                    Duration.ofNanos(patience.nanoTime() - start).toMillis(),
                    trace);
        }
    }

    /** Null when there are too many. */
    private byte @Nullable [] bytes(Function<String, List<String>> headers, InputStream body) throws IOException {
        int most = webhooks.maxBodyBytes();
        String announced = first(headers, "Content-Length");
        if (announced != null && announced.matches("\\d{1,18}") && Long.parseLong(announced) > most) {
            return null;
        }
        byte[] bytes = body.readNBytes(most == Integer.MAX_VALUE ? most : most + 1);
        return bytes.length > most ? null : bytes;
    }

    private CompletableFuture<WebhookAnswer> answer(List<String> signatures, byte[] body, @Nullable String trace) {
        if (signatures.size() > 1) {
            return refuse(WebhookAnswer.forbidden(), "it has more than one header " + HubSignature.HEADER);
        }
        try {
            return way.go(signatures.isEmpty() ? null : signatures.get(0), body, trace);
        } catch (InvalidSignatureException e) {
            return refuse(WebhookAnswer.forbidden(), e.getMessage());
        } catch (InvalidWebhookException e) {
            return refuse(WebhookAnswer.badRequest(), e.getMessage());
        }
    }

    private static @Nullable String trace(Function<String, List<String>> headers) {
        String trace = first(headers, TRACE);
        return trace != null && trace.matches("[0-9a-fA-F]{16,32}") ? trace : null;
    }

    private static @Nullable String first(Function<String, List<String>> headers, String name) {
        List<String> values = headers.apply(name);
        return values.isEmpty() ? null : values.get(0);
    }

    private CompletableFuture<WebhookAnswer> refuse(int status, String message, String why) {
        return refuse(new WebhookAnswer(status, "{\"message\":\"" + message + "\"}"), why);
    }

    private CompletableFuture<WebhookAnswer> refuse(WebhookAnswer answer, @Nullable String why) {
        LOG.warn("Refused a request to the {} webhook with {}: {}", way.kind().name(), answer.status(), why);
        return CompletableFuture.completedFuture(answer);
    }
}
