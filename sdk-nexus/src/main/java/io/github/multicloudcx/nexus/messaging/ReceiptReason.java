package io.github.multicloudcx.nexus.messaging;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a delivery failed.
 *
 * @param code the reason
 * @param message words for an agent, or null
 */
public record ReceiptReason(
        ReceiptReasonCode code, @Nullable String message) {
    /**
     * Checks.
     *
     * @param code the reason
     * @param message words for an agent, or null
     */
    public ReceiptReason {
        Require.present(code, "code");
    }

    /**
     * A reason without words.
     *
     * @param code the reason
     * @return the reason
     */
    public static ReceiptReason of(ReceiptReasonCode code) {
        return new ReceiptReason(code, null);
    }

    /**
     * A reason in words.
     *
     * @param code the reason
     * @param message words for an agent
     * @return the reason
     */
    public static ReceiptReason of(ReceiptReasonCode code, String message) {
        return new ReceiptReason(code, Require.text(message, "message"));
    }
}
