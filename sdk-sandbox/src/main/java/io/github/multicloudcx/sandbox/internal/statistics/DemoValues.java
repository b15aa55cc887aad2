package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.StatisticKey;
import java.util.List;

/** Values of statistics that nobody has set, always the same for the same statistic. */
final class DemoValues {
    private static final List<String> STATES =
            List.of("WaitForNextCall", "CallInbound", "CallOutbound", "AfterCallWork", "NotReadyForNextCall");
    private static final int NUMBERS = 100;

    private DemoValues() {}

    static TrueValue of(StatisticKey key) {
        return of(key, 0);
    }

    /** What a demo shows for a statistic at one of its steps. */
    static TrueValue of(StatisticKey key, int step) {
        int hash = (key.name() + '\n' + key.objectType() + '\n' + key.objectId()).hashCode();
        int seed = Math.floorMod(hash + step * 7, NUMBERS);
        return TrueValue.of(isState(key.name()) ? STATES.get(seed % STATES.size()) : (Object) seed);
    }

    /** By its usual name, or by the category of a definition. */
    private static boolean isState(String what) {
        return (what.endsWith("State") && !what.startsWith("TimeIn")) || what.contains("\"category\":\"CurrentState\"");
    }
}
