package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.statistics.model.Statistic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds which answer belongs to what was asked: those that stand in the same place and are the same in all that is known;
 * by statistic id; then by name and object, for servers that make up the ids themselves; then, when there are as many
 * answers as questions, by position.
 */
final class Pairing {
    private final List<Statistic> asked;
    private final List<Answered> answered;
    private final @Nullable Integer[] answerOf;
    private final boolean[] taken;

    private Pairing(List<Statistic> asked, List<Answered> answered) {
        this.asked = asked;
        this.answered = answered;
        this.answerOf = new @Nullable Integer[asked.size()];
        this.taken = new boolean[answered.size()];
    }

    static Pairing of(List<Statistic> asked, List<Answered> answered) {
        Pairing pairing = new Pairing(asked, answered);
        if (pairing.inPlace()) {
            return pairing;
        }
        pairing.by(
                statistic -> Optional.ofNullable(statistic.statisticId()),
                answer -> Optional.ofNullable(answer.statisticId()));
        pairing.by(Answered.Key::of, Answered::key);
        if (asked.size() == answered.size()) {
            pairing.byPosition();
        }
        return pairing;
    }

    /** Index of the answer to what was asked at an index, or null when there is none. */
    @Nullable
    Integer answerOf(int index) {
        return answerOf[index];
    }

    /** Whether the answer at an index belongs to something that was asked. */
    boolean taken(int index) {
        return taken[index];
    }

    /** Pairs what stands in the same place; true when that is everything. */
    private boolean inPlace() {
        int pairs = 0;
        for (int i = 0; i < Math.min(asked.size(), answered.size()); i++) {
            if (answered.get(i).equalsAsked(asked.get(i))) {
                pair(i, i);
                pairs++;
            }
        }
        return pairs == asked.size();
    }

    private <K> void by(Function<Statistic, Optional<K>> askedKey, Function<Answered, Optional<K>> answeredKey) {
        Map<K, Deque<Integer>> open = new HashMap<>();
        for (int i = 0; i < answered.size(); i++) {
            int index = i;
            if (!taken[i]) {
                answeredKey
                        .apply(answered.get(i))
                        .ifPresent(key -> open.computeIfAbsent(key, none -> new ArrayDeque<>())
                                .add(index));
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            Integer answer = answerOf[i] != null
                    ? null
                    : askedKey.apply(asked.get(i))
                            .map(open::get)
                            .map(Deque::poll)
                            .orElse(null);
            if (answer != null) {
                pair(i, answer);
            }
        }
    }

    private void byPosition() {
        for (int i = 0; i < asked.size(); i++) {
            if (answerOf[i] == null && !taken[i] && answered.get(i).fits(asked.get(i))) {
                pair(i, i);
            }
        }
    }

    private void pair(int question, int answer) {
        answerOf[question] = answer;
        taken[answer] = true;
    }
}
