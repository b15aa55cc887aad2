package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.nexus.internal.webhook.RecentDeliveries;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was delivered, so that a redelivery does not reach the application twice. The one in memory serves one
 * process; implement it over a database when several processes serve the webhook, or when redeliveries may come after a
 * restart. It is used by many threads at once, those of the executor of the application. What a method throws is answered with a request to deliver again, except for
 * {@link #done}, which comes too late for that.
 */
public interface DeliveryMemory {
    /** What is known of a webhook. */
    enum Claim {
        /** Nothing until now; the caller has to deliver it, and nobody else may. */
        NEW,
        /** Another process is at it. */
        RUNNING,
        /** It was delivered. */
        DONE
    }

    /**
     * Claims a webhook, atomically.
     *
     * @param key what identifies it
     * @return {@link Claim#NEW} to one caller only, until {@link #release}
     */
    Claim claim(String key);

    /**
     * Returns the message id that a delivered webhook was answered with.
     *
     * @param key what identifies it
     * @return the id, or null when there was none
     */
    @Nullable
    String messageId(String key);

    /**
     * Records that the application has taken it over.
     *
     * @param key what identifies it
     * @param messageId id that it is answered with, or null
     */
    void done(String key, @Nullable String messageId);

    /**
     * Gives a claim back, because the application wants it delivered again.
     *
     * @param key what identifies it
     */
    void release(String key);

    /**
     * Remembers in memory.
     *
     * @param entries how many delivered webhooks are remembered, 1 or more; the oldest are forgotten
     * @return the memory
     */
    static DeliveryMemory inMemory(int entries) {
        return new RecentDeliveries(entries);
    }
}
