package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.WebhookAttempt;
import io.github.multicloudcx.sandbox.WebhookState;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls the application, and calls again when it has to. */
final class WebhookCaller implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;

    private final NexusSettings settings;
    private final Secrets secrets;
    private final Consumer<String> exercised;
    private final ScheduledThreadPoolExecutor threads;
    private final Map<Long, CompletableFuture<?>> running = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private @Nullable HttpClient client;

    WebhookCaller(NexusSettings settings, Secrets secrets, Consumer<String> exercised, int port) {
        this.settings = settings;
        this.secrets = secrets;
        this.exercised = exercised;
        threads = new ScheduledThreadPoolExecutor(2, task -> {
            Thread thread = new Thread(task, "sandbox-webhooks-" + port);
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
    }

    void deliver(Delivery delivery) {
        attempt(
                delivery,
                HttpRequest.newBuilder(delivery.target())
                        .timeout(settings.patience())
                        .header("Content-Type", "application/json")
                        .header(HubSigner.HEADER, delivery.signature())
                        .header("X-B3-TraceId", secrets.hex(8))
                        .POST(BodyPublishers.ofByteArray(delivery.body()))
                        .build());
    }

    private void attempt(Delivery delivery, HttpRequest request) {
        send(request, (answer, failure) -> {
            if (accepted(delivery, answer, failure)) {
                again(delivery, request);
            } else if (goesOn(delivery, answer)) {
                later(delivery, request);
            } else {
                delivery.reached(WebhookState.GIVEN_UP);
            }
        });
    }

    private interface Heard {
        void answer(@Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure);
    }

    private void send(HttpRequest request, Heard heard) {
        CompletableFuture<HttpResponse<byte[]>> future = client().sendAsync(request, BodyHandlers.ofByteArray());
        long number = sent.incrementAndGet();
        running.put(number, future);
        var unused = future.whenComplete((answer, failure) -> {
            running.remove(number);
            heard.answer(answer, failure);
        });
    }

    /** Records what came. */
    private static boolean accepted(
            Delivery delivery, @Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure) {
        if (answer == null) {
            delivery.tried(new WebhookAttempt(0, "", String.valueOf(failure), List.of()), null);
            return false;
        }
        int status = answer.statusCode();
        Optional<JsonNode> body = Json.parse(answer.body());
        boolean accepted = delivery.kind().accepts(status);
        List<String> problems = accepted ? delivery.kind().problems(status, body) : List.of();
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        String id = body.map(json -> json.path("messageId"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse(null);
        delivery.tried(new WebhookAttempt(status, text, null, problems), accepted ? id : null);
        return accepted;
    }

    private boolean goesOn(Delivery delivery, @Nullable HttpResponse<byte[]> answer) {
        boolean wanted = answer == null || delivery.kind().again(answer.statusCode());
        return wanted && delivery.attempts().size() < settings.attempts();
    }

    private void later(Delivery delivery, HttpRequest request) {
        try {
            var unused = threads.schedule(
                    () -> attempt(delivery, request), settings.pause().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            delivery.reached(WebhookState.GIVEN_UP);
        }
    }

    /** The same once more, as if the answer had been lost. */
    private void again(Delivery delivery, HttpRequest request) {
        if (delivery.attempts().get(delivery.attempts().size() - 1).problems().isEmpty()) {
            exercised.accept(delivery.kind().operationId());
        }
        if (!settings.duplicates()) {
            delivery.reached(WebhookState.DELIVERED);
            return;
        }
        send(request, (answer, failure) -> {
            var unused = accepted(delivery, answer, failure);
            delivery.reached(WebhookState.DELIVERED);
        });
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .build();
        }
        return client;
    }

    /** The client of a newer Java can be closed, that of an older one ends when nobody holds it. */
    @Override
    public void close() {
        running.values().forEach(future -> future.cancel(true));
        var unused = threads.shutdownNow();
        try {
            var unusedToo = threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            client = null;
        }
    }
}
