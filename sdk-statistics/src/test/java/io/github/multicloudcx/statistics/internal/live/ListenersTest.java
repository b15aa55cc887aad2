package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.Given.A;
import static io.github.multicloudcx.statistics.internal.live.Given.B;
import static io.github.multicloudcx.statistics.internal.live.Given.NOON;
import static io.github.multicloudcx.statistics.internal.live.Given.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** How listeners are called, on an executor that runs when the test says so. */
class ListenersTest {
    private final Deque<Runnable> submitted = new ArrayDeque<>();
    private final List<Object> heard = new ArrayList<>();
    private final Listeners listeners = new Listeners(
            update -> heard.add(update.statistic().objectId() + update.value()),
            state -> heard.add(state.getClass().getSimpleName()),
            heard::add,
            heard::add);

    private void run() {
        while (!submitted.isEmpty()) {
            submitted.poll().run();
        }
    }

    private static Gap gap(int number, String why) {
        return new Gap(NOON.plusSeconds(number), NOON.plusSeconds(number + 1), why);
    }

    @Test
    void aSlowListenerHearsTheNewestValueOfEachOnce() {
        ListenerPump pump = new ListenerPump(listeners, submitted::add);
        for (int i = 0; i < 10_000; i++) {
            pump.update(update(A, i));
            pump.wake();
            pump.update(update(B, -i));
        }
        assertThat(submitted).hasSize(1);
        run();
        assertThat(heard).containsExactly("a9999", "b-9999");
    }

    @Test
    void statesAndGapsComeBeforeValues() {
        ListenerPump pump = new ListenerPump(listeners, submitted::add);
        pump.update(update(A, 1));
        pump.wake();
        pump.gap(gap(0, "why"));
        pump.state(new LiveState.Live(NOON, List.of()));
        pump.wake();
        run();
        assertThat(heard).containsExactly(gap(0, "why"), "Live", "a1");
    }

    @Test
    void whatAListenerThrowsIsReportedAndItIsCalledAgain() {
        IllegalStateException thrown = new IllegalStateException("broken listener");
        ListenerPump pump = new ListenerPump(
                listeners.update(update -> {
                    heard.add(update.value().asLong().orElse(-1));
                    throw thrown;
                }),
                submitted::add);
        pump.update(update(A, 1));
        pump.wake();
        run();
        pump.update(update(A, 2));
        pump.wake();
        run();
        assertThat(heard).containsExactly(1L, thrown, 2L, thrown);
    }

    @Test
    void aListenerForErrorsThatThrowsStopsNothing() {
        ListenerPump pump = new ListenerPump(
                listeners
                        .error(failure -> {
                            throw new IllegalStateException("broken listener for errors");
                        })
                        .gap(gap -> {
                            throw new AssertionError("broken listener");
                        }),
                submitted::add);
        pump.gap(gap(0, "why"));
        pump.wake();
        pump.update(update(A, 2));
        pump.wake();
        run();
        assertThat(heard).containsExactly("a2");
    }

    @Test
    void anExecutorThatRefusesGetsAnotherChanceWithTheNextUpdate() {
        boolean[] refuses = {true};
        ListenerPump pump = new ListenerPump(listeners, task -> {
            if (refuses[0]) {
                throw new RejectedExecutionException();
            }
            submitted.add(task);
        });
        pump.update(update(A, 1));
        pump.wake();
        refuses[0] = false;
        pump.update(update(B, 2));
        pump.wake();
        run();
        assertThat(heard).containsExactly("a1", "b2");
    }

    @Test
    void aBusySubscriptionLeavesOthersTheirTurn() {
        ListenerPump pump = new ListenerPump(listeners, submitted::add);
        for (int i = 0; i < 1_000; i++) {
            pump.gap(gap(i, "why " + i));
            pump.wake();
            if (i % 100 == 0) {
                submitted.poll().run();
                pump.update(update(A, i));
                pump.wake();
            }
        }
        run();
        assertThat(heard).contains("a900");
        assertThat(submitted).isEmpty();
    }

    @Test
    void aListenerThatFallsFarBehindMissesOldStatesAndNoGap() {
        Signals signals = new Signals();
        for (int i = 0; i < 1_000; i++) {
            signals.add(new LiveState.Reconnecting(NOON.plusSeconds(i), "why"));
            signals.add(gap(i, "why"));
            signals.add(new LiveState.Live(NOON.plusSeconds(i), List.of()));
        }
        List<Object> left = new ArrayList<>();
        for (Object signal = signals.poll(); signal != null; signal = signals.poll()) {
            left.add(signal);
        }
        assertThat(left).hasSizeLessThanOrEqualTo(128);
        assertThat(left.get(left.size() - 1)).isEqualTo(new LiveState.Live(NOON.plusSeconds(999), List.of()));
        List<Gap> gaps =
                left.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
        assertThat(gaps.get(0).from()).isEqualTo(NOON);
        assertThat(gaps.get(gaps.size() - 1).to()).isEqualTo(NOON.plusSeconds(1_000));
        for (int i = 1; i < gaps.size(); i++) {
            assertThat(gaps.get(i).from()).isEqualTo(gaps.get(i - 1).to());
        }
    }

    @Test
    void gapsAreJoinedWithBothReasons() {
        Gap joined = gap(0, "first").and(gap(5, "second"));
        assertThat(joined).isEqualTo(new Gap(NOON, NOON.plusSeconds(6), "first; second"));
        assertThat(joined.duration()).isEqualTo(Duration.ofSeconds(6));
        assertThat(gap(0, "same").and(gap(5, "same")).why()).isEqualTo("same");
    }

    @Test
    void atTheEndOnlyTheEndIsTold() {
        ListenerPump pump = new ListenerPump(listeners, submitted::add);
        pump.update(update(A, 1));
        pump.wake();
        pump.end(new LiveState.Closed(NOON, "closed by the application"));
        pump.wake();
        run();
        assertThat(heard).containsExactly("Closed");
    }
}
