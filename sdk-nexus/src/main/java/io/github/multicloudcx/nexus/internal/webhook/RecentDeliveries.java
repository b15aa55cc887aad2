package io.github.multicloudcx.nexus.internal.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.webhook.DeliveryMemory;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The latest deliveries; one that still runs is never forgotten. */
public final class RecentDeliveries implements DeliveryMemory {
    private final int entries;
    private final Set<String> running = new HashSet<>();
    private final Map<String, @Nullable String> done = new LinkedHashMap<>();

    /** Remembers so many. */
    public RecentDeliveries(int entries) {
        this.entries = (int) Require.positive(entries, "entries");
    }

    @Override
    public synchronized Claim claim(String key) {
        if (done.containsKey(key)) {
            return Claim.DONE;
        }
        return running.add(key) ? Claim.NEW : Claim.RUNNING;
    }

    @Override
    public synchronized @Nullable String messageId(String key) {
        return done.get(key);
    }

    @Override
    public synchronized void done(String key, @Nullable String messageId) {
        running.remove(key);
        done.put(key, messageId);
        if (done.size() > entries) {
            Iterator<String> oldest = done.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public synchronized void release(String key) {
        running.remove(key);
    }

    @Override
    public String toString() {
        return "DeliveryMemory[inMemory]";
    }
}
