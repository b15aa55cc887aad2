package io.github.multicloudcx.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.internal.nexus.Delivery;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook on its way to the application, from the first attempt to the last. Thread-safe. */
public final class WebhookDelivery {
    private final Delivery delivery;

    WebhookDelivery(Delivery delivery) {
        this.delivery = delivery;
    }

    /**
     * The channel of the message.
     *
     * @return its id, empty for the interactions webhook
     */
    public String channelId() {
        return delivery.channelId();
    }

    /**
     * The exact bytes that are sent.
     *
     * @return a copy
     */
    public byte[] body() {
        return delivery.body().clone();
    }

    /**
     * The body as JSON.
     *
     * @return a missing node when it is none
     */
    public JsonNode json() {
        return delivery.json();
    }

    /**
     * What was tried.
     *
     * @return the attempts so far, the latest last
     */
    public List<WebhookAttempt> attempts() {
        return delivery.attempts();
    }

    /**
     * How far it is.
     *
     * @return the state
     */
    public WebhookState state() {
        return delivery.state();
    }

    /**
     * The id that the application knows the message by.
     *
     * @return {@code messageId} of the answer that accepted it, null without one
     */
    public @Nullable String messageId() {
        return delivery.messageId();
    }

    /**
     * Waits until it is delivered or given up, and a duplicate of it is through too.
     *
     * @param atMost real time to wait
     * @return this
     * @throws AssertionError if it is still pending when the time is over
     */
    public WebhookDelivery await(Duration atMost) {
        delivery.await(atMost);
        return this;
    }

    /** Two are equal when they are about the same webhook. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebhookDelivery same && same.delivery == delivery;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(delivery);
    }

    /** Channel, state and number of attempts. */
    @Override
    public String toString() {
        return "WebhookDelivery[" + channelId() + ", " + state() + ", "
                + attempts().size() + " attempts]";
    }
}
