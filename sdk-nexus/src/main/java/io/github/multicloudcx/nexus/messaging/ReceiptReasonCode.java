package io.github.multicloudcx.nexus.messaging;

/**
 * Why a delivery failed; other values than the constants may be sent.
 *
 * @param value as it is written
 */
public record ReceiptReasonCode(int value) {
    /** 305: the message expired. */
    public static final ReceiptReasonCode EXPIRED = new ReceiptReasonCode(305);

    /** 310: a rate limit was hit. */
    public static final ReceiptReasonCode RATE_LIMIT = new ReceiptReasonCode(310);

    /** 350: the message is not allowed. */
    public static final ReceiptReasonCode NOT_ALLOWED = new ReceiptReasonCode(350);

    /** 500: general error. */
    public static final ReceiptReasonCode GENERAL_ERROR = new ReceiptReasonCode(500);

    /** 510: unsupported. */
    public static final ReceiptReasonCode UNSUPPORTED = new ReceiptReasonCode(510);

    /** 512: unknown message. */
    public static final ReceiptReasonCode UNKNOWN_MESSAGE = new ReceiptReasonCode(512);

    /** 520: invalid structure. */
    public static final ReceiptReasonCode INVALID_STRUCTURE = new ReceiptReasonCode(520);

    /** 530: invalid destination. */
    public static final ReceiptReasonCode INVALID_DESTINATION = new ReceiptReasonCode(530);

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
