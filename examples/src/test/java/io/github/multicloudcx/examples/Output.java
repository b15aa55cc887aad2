package io.github.multicloudcx.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** What a program printed, and is printing. */
final class Output {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(int b) {
            super.write(b);
            notifyAll();
        }

        @Override
        public synchronized void write(byte[] more, int from, int length) {
            super.write(more, from, length);
            notifyAll();
        }
    };
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    PrintStream stream() {
        return stream;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    void await(String part) {
        await(text -> text.contains(part), part);
    }

    /** Returns as soon as everything that was printed so far is like this. */
    void await(Predicate<String> wanted, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (bytes) {
            while (!wanted.test(text())) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("waited in vain for " + what + " in:\n" + text());
                }
                try {
                    bytes.wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
