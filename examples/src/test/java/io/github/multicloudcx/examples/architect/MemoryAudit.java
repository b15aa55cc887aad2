package io.github.multicloudcx.examples.architect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An audit trail in memory that fails when it is told to. */
final class MemoryAudit implements AuditTrail {
    final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    private final Set<Integer> failing = new HashSet<>();
    private final AtomicInteger writes = new AtomicInteger();
    volatile boolean broken;

    /** Lets the write with this number fail, 0 for the first. */
    void failAt(int write) {
        failing.add(write);
    }

    @Override
    public void write(AuditEntry entry) {
        if (broken || failing.contains(writes.getAndIncrement())) {
            throw new UncheckedIOException(
                    "The audit log cannot be written: No space left on device", new IOException());
        }
        entries.add(entry);
    }

    @Override
    public void read(Consumer<AuditEntry> reader) {
        entries.forEach(reader);
    }

    int writes() {
        return writes.get();
    }

    List<AuditEvent> events() {
        return entries.stream().map(AuditEntry::event).toList();
    }

    AuditEntry last() {
        return entries.get(entries.size() - 1);
    }

    /** How the updates ended. */
    List<FlowState> states() {
        return entries.stream()
                .map(entry -> entry.event().state())
                .filter(state -> state != null)
                .toList();
    }
}
