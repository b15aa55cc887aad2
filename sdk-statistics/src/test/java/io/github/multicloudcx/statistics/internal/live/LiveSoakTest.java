package io.github.multicloudcx.statistics.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.StatisticKey;
import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Five hundred faults, drawn by a seed, on a clock that nobody waits for. After each the values are compared with the true
 * ones; at the end every interruption has been reported once.
 */
class LiveSoakTest {
    private static final long SEED = 20_260_105;
    private static final int FAULTS = 500;
    private static final int STATISTICS = 12;
    private static final Duration DELAY = Duration.ofSeconds(1_000);

    private final Random random = new Random(SEED);
    private final VirtualTime time = new VirtualTime();
    private final Recorder heard = new Recorder();
    private final CountingPool io = new CountingPool();
    private final List<Statistic> statistics = new ArrayList<>();
    private final Map<Statistic, Integer> truth = new HashMap<>();
    private final Map<Trouble, Integer> drawn = new LinkedHashMap<>();
    private int interruptions;

    @Test
    void everyStatisticEndsAtItsTrueValueAndEveryInterruptionIsReportedOnce() throws Exception {
        for (int i = 0; i < STATISTICS; i++) {
            statistics.add(Statistic.named("AverageHandlingTime").agent("agent" + i));
        }
        try (Sandbox sandbox = Sandbox.builder()
                        .clock(SandboxClock.manual(Instant.parse("2026-01-05T10:00:00Z")))
                        .start();
                CxClient cx = connect(sandbox)) {
            change(sandbox, statistics);
            try (StatisticsSubscription live = heard.on(
                            new DefaultSubscriptionBuilder(cx, () -> new LiveThreads(time, io)))
                    .statistics(statistics)
                    .networkDelay(DELAY)
                    .openTimeout(Duration.ofSeconds(5_000))
                    .staleAfter(Duration.ofSeconds(500))
                    .open()) {
                for (int number = 1; number <= FAULTS; number++) {
                    round(sandbox, live, number);
                }
                assertThat(heard.gaps()).hasSize(interruptions);
                assertThat(interruptions).isGreaterThan(FAULTS / 2);
                assertThat(live.state()).isInstanceOf(LiveState.Live.class);
            }
            assertThat(heard.states().get(heard.states().size() - 1)).isInstanceOf(LiveState.Closed.class);
            assertThat(drawn.keySet()).containsExactlyInAnyOrder(Trouble.values());
            inOrder(heard.gaps());
            sandbox.assertNoViolations();
        }
    }

    private CxClient connect(Sandbox sandbox) {
        return CxClient.builder()
                .baseUrl(sandbox.baseUrl())
                .apiKey(sandbox.apiKey())
                .credentials(OAuth.clientCredentials(sandbox.clientId(), sandbox.clientSecret()))
                .failOnUnknownFields(true)
                .timeSource(time)
                .build();
    }

    private void round(Sandbox sandbox, StatisticsSubscription live, int number) {
        Trouble trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
        drawn.merge(trouble, 1, Integer::sum);
        String context = "fault " + number + ", " + trouble;
        try {
            quiet(sandbox);
            int gapsBefore = heard.gaps().size();
            trouble.strike(new Trouble.Scene(sandbox, time, DELAY, () -> change(sandbox, some())));
            if (trouble.interrupts()) {
                interruptions++;
                heard.awaitGaps(gapsBefore + 1);
            }
            quiet(sandbox);
            settle(sandbox, live);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(context + ": " + e.getMessage(), e);
        }
        assertThat(heard.gaps()).as(context).hasSize(interruptions);
    }

    /** Until the only request is the poll that is held; a poll of a session that was given up would meet the fault. */
    private void quiet(Sandbox sandbox) {
        do {
            io.awaitActive(1);
            sandbox.statistics().awaitHeldPolls(1, Recorder.PATIENCE);
        } while (io.active() != 1);
    }

    /** One more change, which must arrive, and with it all others are as they should be. */
    private void settle(Sandbox sandbox, StatisticsSubscription live) {
        heard.await("live", () -> live.state().live());
        sandbox.statistics().awaitHeldPolls(1, Recorder.PATIENCE);
        change(sandbox, some());
        heard.await(
                "the true values",
                () -> live.latest().stream().allMatch(this::isTrue)
                        && live.latest().size() == STATISTICS);
    }

    private boolean isTrue(StatisticUpdate update) {
        return update.value().asLong().orElse(-1) == truth.get(update.statistic());
    }

    private List<Statistic> some() {
        return statistics.stream().filter(statistic -> random.nextInt(3) == 0).toList();
    }

    private void change(Sandbox sandbox, List<Statistic> changed) {
        Map<StatisticKey, Integer> values = new LinkedHashMap<>();
        for (Statistic statistic : changed) {
            int value = random.nextInt(100_000);
            truth.put(statistic, value);
            values.put(new StatisticKey(String.valueOf(statistic.name()), "Agent", statistic.objectId()), value);
        }
        sandbox.clock().advance(Duration.ofMillis(10));
        sandbox.statistics().setAll(values);
    }

    private static void inOrder(List<Gap> gaps) {
        Instant before = Instant.EPOCH;
        for (Gap gap : gaps) {
            assertThat(gap.from()).isAfterOrEqualTo(before);
            assertThat(gap.to()).isAfterOrEqualTo(gap.from());
            before = gap.to();
        }
    }
}
