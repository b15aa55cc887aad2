package io.github.multicloudcx.core.update;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The tries of one update, and the doubt that lost answers leave: it lasts until a state shows the change. */
final class Attempts<S> {
    private final @Nullable BiPredicate<? super S, ? super S> recognizes;
    private final List<CxException> failures = new ArrayList<>();
    private final List<S> doubtful = new ArrayList<>();
    private int made;
    private @Nullable CxException doubt;

    Attempts(@Nullable BiPredicate<? super S, ? super S> recognizes) {
        this.recognizes = recognizes;
    }

    void next() {
        made++;
    }

    int made() {
        return made;
    }

    void failed(S before, CxException failure) {
        failures.add(failure);
        if (failure.fate() == Fate.UNKNOWN) {
            doubt = failure;
            doubtful.add(before);
        }
    }

    /** Whether there is a try that may have been made, and a way to tell. */
    boolean doubtful() {
        return recognizes != null && !doubtful.isEmpty();
    }

    /** The change whose answer was lost, when the newest state shows it. */
    @Nullable
    Updated<S> found(S now) {
        if (recognizes == null) {
            return null;
        }
        for (S before : doubtful) {
            if (recognizes.test(before, now)) {
                return new Updated<>(before, now, true, made, null);
            }
        }
        return null;
    }

    /** What the update ends with: a doubt that was never settled, else the last failure. The others hang on it. */
    CxException end(@Nullable RuntimeException trouble) {
        CxException end = doubt != null ? doubt : failures.get(failures.size() - 1);
        Set<Throwable> others = Collections.newSetFromMap(new IdentityHashMap<>());
        others.add(end);
        failures.stream().filter(others::add).forEach(end::addSuppressed);
        if (trouble != null && others.add(trouble)) {
            end.addSuppressed(trouble);
        }
        return end;
    }
}
