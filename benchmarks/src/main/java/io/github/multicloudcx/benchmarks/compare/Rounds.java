package io.github.multicloudcx.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lets contenders take turns, so that whatever disturbs the machine disturbs all of them, and compares each with the first. */
final class Rounds {
    private final List<Contender> contenders;
    private final List<List<Cost>> costs = new ArrayList<>();

    private Rounds(List<Contender> contenders) {
        this.contenders = contenders;
        contenders.forEach(contender -> costs.add(new ArrayList<>()));
    }

    /**
     * Measures.
     *
     * @param contenders the floor first
     * @param warmUp rounds that do not count
     * @param rounds rounds that do
     * @param calls calls of each contender in each round
     */
    static Rounds of(List<Contender> contenders, int warmUp, int rounds, int calls) throws Exception {
        Rounds result = new Rounds(contenders);
        for (int round = 0; round < warmUp + rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Cost cost = Meter.of(contenders.get(i), calls);
                if (round >= warmUp) {
                    result.costs.get(i).add(cost);
                }
            }
        }
        return result;
    }

    List<Contender> contenders() {
        return contenders;
    }

    /** Ratios of one contender to the floor, round by round. */
    Spread ratio(int contender, ToDoubleFunction<Cost> what) {
        double[] ratios = new double[costs.get(0).size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = what.applyAsDouble(costs.get(contender).get(round))
                    / what.applyAsDouble(costs.get(0).get(round));
        }
        return Spread.of(ratios);
    }

    /** The median of one contender itself. */
    double median(int contender, ToDoubleFunction<Cost> what) {
        return Spread.of(costs.get(contender).stream().mapToDouble(what).toArray())
                .median();
    }
}
