package io.github.multicloudcx.examples.architect;

import java.util.List;

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
     * Returns what was kept.
     *
     * @return all entries, the oldest first
     * @throws java.io.UncheckedIOException when they cannot be read
     */
    List<AuditEntry> entries();
}
