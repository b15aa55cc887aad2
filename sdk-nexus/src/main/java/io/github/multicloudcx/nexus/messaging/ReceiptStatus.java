package io.github.multicloudcx.nexus.messaging;

import io.github.multicloudcx.core.internal.check.Require;

/**
 * What became of a message that the application took over; other values than the constants may be sent.
 *
 * @param value as it is written
 */
public record ReceiptStatus(String value) {
    /** It reached its recipient. */
    public static final ReceiptStatus DELIVERED = new ReceiptStatus("Delivered");

    /** It was removed. */
    public static final ReceiptStatus REMOVED = new ReceiptStatus("Removed");

    /** It did not reach its recipient. */
    public static final ReceiptStatus FAILED = new ReceiptStatus("Failed");

    /**
     * Checks.
     *
     * @param value as it is written
     */
    public ReceiptStatus {
        Require.text(value, "status");
    }

    @Override
    public String toString() {
        return value;
    }
}
