package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.WebhookAttempt;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/** Calls the application, and calls again when it has to. */
final class WebhookCaller implements AutoCloseable {
    private static final int LONGEST_ANSWER = 1_000_000;
    private static final int MOST_WAITING = 100_000;

    private final NexusSettings settings;
    private final Secrets secrets;
    private final Consumer<String> exercised;
    private final String name;
    private @Nullable HttpClient client;
    private boolean closed;

    WebhookCaller(NexusSettings settings, Secrets secrets, Consumer<String> exercised, int port) {
        this.settings = settings;
        this.secrets = secrets;
        this.exercised = exercised;
        this.name = "sandbox-webhooks-" + port;
    }

    void deliver(Delivery delivery) {
        attempt(delivery, secrets.hex(8));
    }

    private void attempt(Delivery delivery, String traceId) {
        send(delivery, traceId, accepted -> {
            if (accepted) {
                settled(delivery, traceId);
            } else if (goesOn(delivery)) {
                later(delivery, traceId);
            } else {
                delivery.end();
            }
        });
    }

    private interface Heard {
        void answer(boolean accepted);
    }

    private void send(Delivery delivery, String traceId, Heard heard) {
        HttpClient open = client();
        if (open == null) {
            delivery.end();
            return;
        }
        open.newRequest(delivery.target())
                .method(HttpMethod.POST)
                .timeout(settings.patience().toNanos(), TimeUnit.NANOSECONDS)
                .headers(headers ->
                        headers.put(HubSigner.HEADER, delivery.signature()).put("X-B3-TraceId", traceId))
                .body(new BytesRequestContent("application/json", delivery.body()))
                .send(new BufferingResponseListener(LONGEST_ANSWER) {
                    @Override
                    public void onComplete(Result result) {
                        heard.answer(record(delivery, result, getContent()));
                    }
                });
    }

    /** Whether it was accepted. */
    private static boolean record(Delivery delivery, Result result, byte @Nullable [] content) {
        if (result.isFailed()) {
            delivery.tried(new WebhookAttempt(0, "", String.valueOf(result.getFailure()), List.of()), false, null);
            return false;
        }
        byte[] bytes = content == null ? new byte[0] : content;
        int status = result.getResponse().getStatus();
        Optional<JsonNode> body = Json.parse(bytes);
        boolean accepted = delivery.kind().accepts(status);
        List<String> problems = accepted ? delivery.kind().problems(status, body) : List.of();
        String text = new String(bytes, StandardCharsets.UTF_8);
        String id = body.map(json -> json.path("messageId"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse(null);
        delivery.tried(new WebhookAttempt(status, text, null, problems), accepted, id);
        return accepted;
    }

    private boolean goesOn(Delivery delivery) {
        List<WebhookAttempt> attempts = delivery.attempts();
        int status = attempts.get(attempts.size() - 1).status();
        return (status == 0 || delivery.kind().again(status)) && attempts.size() < settings.attempts();
    }

    private void later(Delivery delivery, String traceId) {
        HttpClient open = client();
        if (open == null) {
            delivery.end();
            return;
        }
        var unused = open.getScheduler()
                .schedule(
                        () -> open.getExecutor().execute(() -> attempt(delivery, traceId)),
                        settings.pause().toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    /** Counts for the coverage, and is sent once more if that is wanted, as if the answer had been lost. */
    private void settled(Delivery delivery, String traceId) {
        List<WebhookAttempt> attempts = delivery.attempts();
        if (attempts.get(attempts.size() - 1).problems().isEmpty()) {
            exercised.accept(delivery.kind().operationId());
        }
        if (settings.duplicates()) {
            send(delivery, traceId, accepted -> delivery.end());
        } else {
            delivery.end();
        }
    }

    /** Null when the sandbox is closed. */
    private synchronized @Nullable HttpClient client() {
        if (client == null && !closed) {
            client = start();
        }
        return closed ? null : client;
    }

    private HttpClient start() {
        QueuedThreadPool threads = new QueuedThreadPool(16, 1);
        threads.setName(name);
        threads.setDaemon(true);
        HttpClient fresh = new HttpClient();
        fresh.setExecutor(threads);
        fresh.setScheduler(new ScheduledExecutorScheduler(name + "-timer", true));
        fresh.setFollowRedirects(false);
        fresh.setMaxRequestsQueuedPerDestination(MOST_WAITING);
        try {
            fresh.start();
        } catch (Exception e) {
            throw new IllegalStateException("The client for webhooks does not start", e);
        }
        return fresh;
    }

    @Override
    public void close() {
        HttpClient open;
        synchronized (this) {
            closed = true;
            open = client;
        }
        if (open == null) {
            return;
        }
        try {
            open.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The client for webhooks does not stop", e);
        }
    }
}
