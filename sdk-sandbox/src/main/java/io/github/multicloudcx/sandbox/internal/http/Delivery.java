package io.github.multicloudcx.sandbox.internal.http;

import java.time.Duration;

/**
 * How an answer reaches the client.
 *
 * @param kind the way
 * @param bytes how many bytes of the body, where the way asks for it
 * @param latency real time to wait first
 */
public record Delivery(Kind kind, long bytes, Duration latency) {
    /** Whole and at once. */
    public static final Delivery NORMAL = new Delivery(Kind.WHOLE, 0, Duration.ZERO);

    /** The ways. */
    public enum Kind {
        WHOLE,
        HANG,
        RESET,
        CUT,
        HUGE
    }

    public static Delivery of(Kind kind, long bytes) {
        return new Delivery(kind, bytes, Duration.ZERO);
    }

    public static Delivery late(Duration latency) {
        return new Delivery(Kind.WHOLE, 0, latency);
    }

    /** Whether the client gets a status line. */
    public boolean answers() {
        return kind != Kind.HANG && kind != Kind.RESET;
    }
}
