package io.github.multicloudcx.examples.architect;

import java.util.function.Consumer;

/** Where audit entries are kept. It is used by many threads at once. */
public interface AuditTrail {
    /**
     * Keeps an entry. When this returns, it survives a crash of the machine.
     *
     * @param entry the entry
     * @throws java.io.UncheckedIOException when it cannot be kept
     */
    void write(AuditEntry entry);

    /**
     * Goes through what was kept, the oldest entry first.
     *
     * @param reader told of each entry
     * @throws java.io.UncheckedIOException when they cannot be read
     */
    void read(Consumer<AuditEntry> reader);

    /**
     * Keeps nothing; for looking at what a change would do.
     *
     * @return the trail
     */
    static AuditTrail none() {
        return new AuditTrail() {
            @Override
            public void write(AuditEntry entry) {}

            @Override
            public void read(Consumer<AuditEntry> reader) {}
        };
    }
}
