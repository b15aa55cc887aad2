package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.internal.webhook.EventsKind;
import io.github.multicloudcx.nexus.internal.webhook.MessagingKind;
import io.github.multicloudcx.nexus.internal.webhook.Patience;
import io.github.multicloudcx.nexus.internal.webhook.ReceiverSettings;
import io.github.multicloudcx.nexus.internal.webhook.Reception;
import io.github.multicloudcx.nexus.internal.webhook.WebhookKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An endpoint for a webhook, whatever HTTP server it stands on: it verifies, hands the work to the executor of the
 * application, and answers in time. A redelivery of what is at work waits for the same answer, and one of what was taken over
 * is answered as before; neither reaches the application. {@link WebhookHandler} puts it on the server of the JDK.
 *
 * <p>Answers: 200 when the application has taken the webhook over; 500, which asks for a redelivery, when it says "later",
 * throws, has no thread free or is not ready in time; 403 for a signature that is missing, malformed, there twice or does not
 * fit; 400, 405 and 413 for what is no webhook. The reasons go to the log and not to the sender. Immutable and thread-safe;
 * it owns no threads.
 */
public final class WebhookReceiver {
    /** When a sender is asked to deliver again unless {@link #deadline(Duration)} says otherwise: it waits for 10 s. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(8);

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int REMEMBERED = 100_000;

    private final ReceiverSettings<?> settings;
    private final Reception reception;

    private WebhookReceiver(ReceiverSettings<?> settings) {
        this.settings = settings;
        this.reception = settings.reception();
    }

    /**
     * Receives messages of agents.
     *
     * @param webhooks secrets and limit
     * @param executor where the application works; with all its threads busy it should queue a few and refuse the rest, for
     *     example a {@link java.util.concurrent.ThreadPoolExecutor} with a bounded queue
     * @param application what is done about a message
     * @return the endpoint
     */
    public static WebhookReceiver messages(
            Webhooks webhooks, Executor executor, WebhookApplication<WebhookMessage> application) {
        return receiver(webhooks, new MessagingKind(Require.present(webhooks, "webhooks")), executor, application);
    }

    /**
     * Receives events of interactions.
     *
     * @param webhooks secrets and limit
     * @param executor where the application works; with all its threads busy it should queue a few and refuse the rest, for
     *     example a {@link java.util.concurrent.ThreadPoolExecutor} with a bounded queue
     * @param application what is done about events
     * @return the endpoint
     */
    public static WebhookReceiver interactions(
            Webhooks webhooks, Executor executor, WebhookApplication<InteractionEvents> application) {
        return receiver(webhooks, new EventsKind(Require.present(webhooks, "webhooks")), executor, application);
    }

    private static <T> WebhookReceiver receiver(
            Webhooks webhooks, WebhookKind<T> kind, Executor executor, WebhookApplication<T> application) {
        return new WebhookReceiver(new ReceiverSettings<>(
                webhooks,
                kind,
                Require.present(application, "application"),
                Require.present(executor, "executor"),
                DEFAULT_DEADLINE,
                DeliveryMemory.inMemory(REMEMBERED),
                Patience.REAL));
    }

    /**
     * Limits the time from receiving to answering.
     *
     * @param time longer than zero, at most the 10 s after which the sender gives up
     * @return a copy that shares the memory
     */
    public WebhookReceiver deadline(Duration time) {
        if (Require.positive(time, "deadline").compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "deadline must be at most 10 s, after which the sender gives up, not " + time);
        }
        return new WebhookReceiver(settings.with(time));
    }

    /**
     * Remembers elsewhere than in this process, which remembers the latest 100,000.
     *
     * @param memory the memory
     * @return a copy
     */
    public WebhookReceiver memory(DeliveryMemory memory) {
        return new WebhookReceiver(settings.with(Require.present(memory, "memory")));
    }

    /**
     * Receives a request. The body is read on the calling thread, and not beyond its limit.
     *
     * @param method HTTP method
     * @param headers gives the values of a header by its name, in any case; an empty list when it is absent
     * @param body the body
     * @return the answer to come, which never fails; complete the exchange with it on any thread
     * @throws IOException when the body cannot be read; there is nobody to answer then
     */
    public CompletableFuture<WebhookAnswer> receive(
            String method, Function<String, List<String>> headers, InputStream body) throws IOException {
        return reception.receive(
                Require.present(method, "method"), Require.present(headers, "headers"), Require.present(body, "body"));
    }

    /**
     * Receives a request as {@link #receive(String, Function, InputStream)} does, and hands the answer on.
     *
     * @param method HTTP method
     * @param headers gives the values of a header by its name, in any case; an empty list when it is absent
     * @param body the body
     * @param answered completes the exchange; called once, mostly on a thread of the application
     * @throws IOException when the body cannot be read; there is nobody to answer then
     */
    public void receive(
            String method,
            Function<String, List<String>> headers,
            InputStream body,
            Consumer<? super WebhookAnswer> answered)
            throws IOException {
        Require.present(answered, "answered");
        var unused = receive(method, headers, body).thenAccept(answered);
    }

    /** Names the kind only. */
    @Override
    public String toString() {
        return "WebhookReceiver[" + settings.kind().name() + "]";
    }
}
