package io.github.multicloudcx.udm.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies of lists that a server sent. */
public final class Copies {
    private Copies() {}

    /** An unmodifiable copy without nulls; empty when there is no list. */
    public static <T> List<T> of(@Nullable Collection<? extends @Nullable T> list) {
        return list == null
                ? List.of()
                : list.stream().filter(Objects::nonNull).map(Copies::<T>present).toList();
    }

    @SuppressWarnings("NullAway") // nulls were filtered out
    private static <T> T present(@Nullable T value) {
        return value;
    }
}
