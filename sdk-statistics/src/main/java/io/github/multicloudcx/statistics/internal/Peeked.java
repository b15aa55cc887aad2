package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.ArrayList;
import java.util.List;

/** Puts answered values into the order in which they were asked for. */
final class Peeked {
    private Peeked() {}

    static PeekedStatistics of(
            List<Statistic> asked, List<PeekedStatisticValue> answered, List<ResponseStatus> errors) {
        List<Answered> recognised = new ArrayList<>(answered.size());
        answered.forEach(value -> recognised.add(Answered.of(value)));
        Pairing pairing = Pairing.of(asked, recognised);
        List<PeekedStatisticValue> ordered = new ArrayList<>(answered.size());
        List<Statistic> missing = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Integer answer = pairing.answerOf(i);
            if (answer == null) {
                missing.add(asked.get(i));
            } else {
                ordered.add(SingleValue.filled(asked.get(i), answered.get(answer)));
            }
        }
        for (int i = 0; i < answered.size(); i++) {
            if (!pairing.taken(i)) {
                ordered.add(answered.get(i));
            }
        }
        return new PeekedStatistics(ordered, errors, missing);
    }
}
