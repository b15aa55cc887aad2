package io.github.multicloudcx.sandbox.internal.storage;

import io.github.multicloudcx.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The exported files, each for a limited time. */
public final class FileStore {
    private final SandboxClock clock;
    private final Supplier<Duration> lifetime;
    private final Map<String, StoredFile> files = new LinkedHashMap<>();

    public FileStore(SandboxClock clock, Supplier<Duration> lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    public synchronized void add(StoredFile file) {
        files.put(file.name(), file);
    }

    public synchronized Optional<StoredFile> get(String name) {
        return Optional.ofNullable(files.get(name)).filter(this::alive);
    }

    public synchronized List<StoredFile> all() {
        return files.values().stream().filter(this::alive).toList();
    }

    public synchronized boolean delete(String name) {
        boolean existed = get(name).isPresent();
        files.remove(name);
        return existed;
    }

    public Instant expiry(StoredFile file) {
        return file.created().plus(lifetime.get());
    }

    private boolean alive(StoredFile file) {
        return clock.now().isBefore(expiry(file));
    }
}
