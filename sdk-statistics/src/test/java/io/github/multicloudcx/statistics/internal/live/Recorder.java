package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Hears everything and lets tests wait for it. */
final class Recorder {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<StatisticUpdate> updates = new ArrayList<>();
    private final List<LiveState> states = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Object> all = new ArrayList<>();

    SubscriptionBuilder on(SubscriptionBuilder builder) {
        return builder.onUpdate(this::add).onStateChange(this::add).onGap(this::add);
    }

    synchronized void add(Object news) {
        all.add(news);
        if (news instanceof StatisticUpdate update) {
            updates.add(update);
        } else if (news instanceof LiveState state) {
            states.add(state);
        } else if (news instanceof Gap gap) {
            gaps.add(gap);
        }
        notifyAll();
    }

    synchronized List<Object> all() {
        return List.copyOf(all);
    }

    synchronized List<StatisticUpdate> updates() {
        return List.copyOf(updates);
    }

    synchronized List<LiveState> states() {
        return List.copyOf(states);
    }

    synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Names of the states so far, in order. */
    List<String> stateNames() {
        return states().stream().map(state -> state.getClass().getSimpleName()).toList();
    }

    void awaitUpdate(Statistic statistic, String text) {
        await(
                "an update to " + text,
                () -> updates().stream()
                        .anyMatch(update -> update.statistic().equals(statistic)
                                && update.value().asText().orElse("").equals(text)));
    }

    void awaitState(Predicate<LiveState> wanted) {
        await("a state", () -> !states().isEmpty() && wanted.test(states().get(states().size() - 1)));
    }

    void awaitGaps(int number) {
        await(number + " gaps", () -> gaps().size() >= number);
    }

    synchronized void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; " + gaps.size() + " gaps, last states "
                        + states.subList(Math.max(0, states.size() - 4), states.size()));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
