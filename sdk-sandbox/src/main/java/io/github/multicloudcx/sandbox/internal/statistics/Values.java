package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.StatisticKey;
import java.util.HashMap;
import java.util.Map;

/** The true values. Guarded by the board. */
final class Values {
    private final Map<StatisticKey, TrueValue> values = new HashMap<>();

    TrueValue get(StatisticKey key) {
        TrueValue value = values.get(key);
        return value == null ? DemoValues.of(key) : value;
    }

    void set(StatisticKey key, TrueValue value) {
        values.put(key, value);
    }
}
