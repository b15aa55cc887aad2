package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.live.UnknownStatisticException;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** The snippets of docs/statistics.md about live subscriptions; {@link LiveGuideTest} runs them. */
final class LiveSnippets {
    private final StatisticsClient statistics;
    private final Consumer<String> shown;

    LiveSnippets(StatisticsClient statistics, Consumer<String> shown) {
        this.statistics = statistics;
        this.shown = shown;
    }

    @SuppressWarnings("try") // what it shows is done by the listeners
    void board(List<Statistic> wanted, CountDownLatch shutdown) throws InterruptedException {
        try (StatisticsSubscription live = statistics
                .subscribe()
                .statistics(wanted)
                .onUpdate(update -> show(
                        update.statistic().objectId(), update.value().asText().orElse("-")))
                .onStateChange(state -> banner(state))
                .onGap(gap -> show("gap", gap.duration() + ": " + gap.why()))
                .open()) {
            shutdown.await();
        }
    }

    private void banner(LiveState state) {
        String text = state.live() ? "live" : "values may be old since " + state.since() + ", " + state.why();
        show("board", text);
    }

    void others(StatisticsSubscription live, Statistic more, Statistic less) {
        List<Statistic> unknown = live.add(List.of(more));
        live.remove(List.of(less));
        show("unknown", String.valueOf(unknown.size()));
    }

    String refused(List<Statistic> wanted) {
        try (StatisticsSubscription live =
                statistics.subscribe().statistics(wanted).open()) {
            return live.toString();
        } catch (UnknownStatisticException e) {
            return "check these: " + e.missing();
        }
    }

    void stream(StatisticsSubscription live, Flow.Subscriber<StatisticUpdate> subscriber) {
        live.updates().subscribe(subscriber);
    }

    private void show(String place, String what) {
        shown.accept(place + ": " + what);
    }
}
