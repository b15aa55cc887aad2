package io.github.multicloudcx.core.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Names and values that never change: to add one makes a longer chain around the same entries, so that a request can be
 * described, copied and built without copying what was said before.
 *
 * @param <K> type of the names
 * @param <V> type of the values
 */
final class Entries<K, V> {
    private static final Entries<?, ?> NONE = new Entries<>(null, null, null);

    private final @Nullable Entries<K, V> earlier;
    private final @Nullable K key;
    private final @Nullable V value;

    private Entries(@Nullable Entries<K, V> earlier, @Nullable K key, @Nullable V value) {
        this.earlier = earlier;
        this.key = key;
        this.value = value;
    }

    @SuppressWarnings("unchecked") // nothing is of every type
    static <K, V> Entries<K, V> none() {
        return (Entries<K, V>) NONE;
    }

    /** With one entry more. */
    Entries<K, V> with(K name, V content) {
        return new Entries<>(this, name, content);
    }

    boolean isEmpty() {
        return earlier == null;
    }

    /** The value that was last given to the name, or null. */
    @Nullable
    V get(K name) {
        for (Entries<K, V> entry = this; entry.earlier != null; entry = entry.earlier) {
            if (Objects.equals(entry.key, name)) {
                return entry.value;
            }
        }
        return null;
    }

    /** All of them, in the order in which they were added. */
    void forEach(BiConsumer<? super K, ? super V> action) {
        List<Entries<K, V>> backwards = new ArrayList<>();
        for (Entries<K, V> entry = this; entry.earlier != null; entry = entry.earlier) {
            backwards.add(entry);
        }
        for (int i = backwards.size() - 1; i >= 0; i--) {
            Entries<K, V> entry = backwards.get(i);
            action.accept(Objects.requireNonNull(entry.key), Objects.requireNonNull(entry.value));
        }
    }
}
