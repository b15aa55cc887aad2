package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * States and gaps that a listener has yet to hear, in order. A listener that falls far behind misses states that are over;
 * gaps are joined then, so that no time in which updates may be missing goes unreported.
 */
final class Signals {
    private static final int MOST = 128;

    private final Deque<Object> waiting = new ArrayDeque<>();

    synchronized void add(LiveState state) {
        waiting.add(state);
        bound();
    }

    synchronized void add(Gap gap) {
        waiting.add(gap);
        bound();
    }

    private void bound() {
        if (waiting.size() <= MOST) {
            return;
        }
        Gap joined = null;
        for (Object signal : waiting) {
            if (signal instanceof Gap gap) {
                joined = joined == null ? gap : joined.and(gap);
            }
        }
        Object newest = waiting.getLast();
        waiting.clear();
        if (joined != null) {
            waiting.add(joined);
        }
        if (newest instanceof LiveState) {
            waiting.add(newest);
        }
    }

    synchronized @Nullable Object poll() {
        return waiting.poll();
    }
}
