package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.StatisticKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A little life for demonstrations: at each step some of the subscribed statistics change. */
final class Simulation {
    private static final int ONE_OUT_OF = 30;

    private int step;

    /** The same changes at the same step for the same statistics. */
    Map<StatisticKey, TrueValue> next(List<StatisticKey> subscribed) {
        step++;
        Map<StatisticKey, TrueValue> changes = new HashMap<>();
        int changing = (subscribed.size() + ONE_OUT_OF - 1) / ONE_OUT_OF;
        for (int i = 0; i < changing; i++) {
            StatisticKey key = subscribed.get(Math.floorMod(step * changing + i, subscribed.size()));
            changes.put(key, DemoValues.of(key, step));
        }
        return changes;
    }
}
