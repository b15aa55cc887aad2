package io.github.multicloudcx.nexus.webhook;

/**
 * What is done about a webhook.
 *
 * @param <T> {@link WebhookMessage} or {@link InteractionEvents}
 */
@FunctionalInterface
public interface WebhookApplication<T> {
    /**
     * Takes a webhook over. It runs on the executor of the application and may take its time: when the deadline passes, the
     * sender is asked to deliver again, and is told then how this ended. Whatever it throws asks for a redelivery as well.
     *
     * @param delivery the webhook
     * @return what came of it
     * @throws Exception when it could not be done now
     */
    WebhookOutcome receive(WebhookDelivery<T> delivery) throws Exception;
}
