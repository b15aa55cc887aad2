package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is told.
 *
 * @param update about new values
 * @param state about states
 * @param gap about times in which updates may have been missed
 * @param error about what the others throw, or null for the log
 */
record Listeners(
        Consumer<? super StatisticUpdate> update,
        Consumer<? super LiveState> state,
        Consumer<? super Gap> gap,
        @Nullable Consumer<? super Throwable> error) {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    /** Nobody. */
    static final Listeners NONE = new Listeners(update -> {}, state -> {}, gap -> {}, null);

    /** Tells somebody, and somebody else when that throws. */
    <T> void tell(Consumer<? super T> listener, T what) {
        try {
            listener.accept(what);
        } catch (RuntimeException | Error thrown) {
            report(thrown);
        }
    }

    private void report(Throwable thrown) {
        if (error == null) {
            LOG.error("A listener of live statistics threw; it is called again with the next news", thrown);
            return;
        }
        try {
            error.accept(thrown);
        } catch (RuntimeException | Error again) {
            again.addSuppressed(thrown);
            LOG.error("The listener for errors of live statistics threw itself", again);
        }
    }

    Listeners update(Consumer<? super StatisticUpdate> listener) {
        return new Listeners(listener, state, gap, error);
    }

    Listeners state(Consumer<? super LiveState> listener) {
        return new Listeners(update, listener, gap, error);
    }

    Listeners gap(Consumer<? super Gap> listener) {
        return new Listeners(update, state, listener, error);
    }

    Listeners error(Consumer<? super Throwable> listener) {
        return new Listeners(update, state, gap, listener);
    }
}
