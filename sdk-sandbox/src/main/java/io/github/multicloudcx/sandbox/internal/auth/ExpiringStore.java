package io.github.multicloudcx.sandbox.internal.auth;

import io.github.multicloudcx.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values behind unguessable keys, each for a limited time of the sandbox clock. */
public final class ExpiringStore<T> {
    private record Entry<T>(T value, Instant expiry) {}

    private final SandboxClock clock;
    private final Secrets secrets;
    private final Map<String, Entry<T>> entries = new ConcurrentHashMap<>();

    public ExpiringStore(SandboxClock clock, Secrets secrets) {
        this.clock = clock;
        this.secrets = secrets;
    }

    public String put(T value, Duration lifetime) {
        String key = secrets.hex(16);
        entries.put(key, new Entry<>(value, clock.now().plus(lifetime)));
        return key;
    }

    public Optional<T> get(String key) {
        return alive(entries.get(key));
    }

    public Optional<T> remove(String key) {
        return alive(entries.remove(key));
    }

    public void removeIf(Predicate<T> condition) {
        entries.values().removeIf(entry -> condition.test(entry.value()));
    }

    private Optional<T> alive(@Nullable Entry<T> entry) {
        return entry == null || !clock.now().isBefore(entry.expiry()) ? Optional.empty() : Optional.of(entry.value());
    }
}
