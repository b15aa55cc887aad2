package io.github.multicloudcx.statistics.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateBoardTest {
    private static final Duration STALE_AFTER = Duration.ofSeconds(60);

    private final VirtualTime time = new VirtualTime();
    private final Recorder heard = new Recorder();
    private final StateBoard board = new StateBoard(
            time,
            time,
            STALE_AFTER,
            new ListenerPump(new Listeners(heard::add, heard::add, heard::add, heard::add), Runnable::run));
    private final Instant start = time.now();

    @BeforeEach
    void open() {
        live();
    }

    private void live() {
        board.live(() -> true, List.of(), () -> {});
    }

    @AfterEach
    void end() {
        time.shutdown();
    }

    private Instant later(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
        return time.now();
    }

    @Test
    void anInterruptionIsOneGapFromTheLastSignOfLife() {
        Instant sign = later(5);
        board.sign();
        later(20);
        board.interrupted("first");
        later(1);
        board.interrupted("second");
        Instant again = later(1);
        live();
        assertThat(heard.states())
                .containsExactly(
                        new LiveState.Connecting(start),
                        new LiveState.Live(start, List.of()),
                        new LiveState.Reconnecting(sign, "first"),
                        new LiveState.Reconnecting(sign, "second"),
                        new LiveState.Live(again, List.of()));
        assertThat(heard.gaps()).containsExactly(new Gap(sign, again, "first"));
    }

    @Test
    void whatTakesTooLongIsStaleSinceTheLastSignOfLife() {
        Instant sign = later(5);
        board.sign();
        later(20);
        board.interrupted("connection refused");
        later(61);
        heard.awaitState(state -> state instanceof LiveState.Stale);
        assertThat(board.state()).isEqualTo(new LiveState.Stale(sign, "connection refused"));
        board.interrupted("unknown host");
        assertThat(board.state()).isEqualTo(new LiveState.Stale(sign, "unknown host"));
        live();
        assertThat(heard.gaps()).hasSize(1);
    }

    @Test
    void whatIsRestoredInTimeIsNeverStale() {
        board.interrupted("connection refused");
        later(59);
        live();
        later(1_000);
        assertThat(board.state()).isInstanceOf(LiveState.Live.class);
        board.interrupted("again");
        assertThat(board.state()).isInstanceOf(LiveState.Reconnecting.class);
    }

    @Test
    void aSignOfLifeDuringTroubleDoesNotShortenTheGap() {
        board.interrupted("trouble");
        later(10);
        board.sign();
        Instant again = later(10);
        live();
        assertThat(heard.gaps()).containsExactly(new Gap(start, again, "trouble"));
    }

    @Test
    void anUnavailableServiceIsStaleAndStaysSoWhenTheConnectionBreaksToo() {
        board.unavailable("the service is unavailable", () -> true);
        board.interrupted("connection broken");
        assertThat(board.state()).isEqualTo(new LiveState.Stale(start, "connection broken"));
        live();
        assertThat(heard.gaps()).extracting(Gap::why).containsExactly("the service is unavailable");
    }

    @Test
    void whatWasNeverLiveIsNotInterrupted() {
        Recorder other = new Recorder();
        StateBoard fresh = new StateBoard(
                time,
                time,
                STALE_AFTER,
                new ListenerPump(new Listeners(other::add, other::add, other::add, other::add), Runnable::run));
        fresh.interrupted("trouble");
        fresh.unavailable("trouble", () -> true);
        fresh.live(() -> true, List.of(), () -> {});
        assertThat(other.stateNames()).containsExactly("Connecting", "Live");
        assertThat(other.gaps()).isEmpty();
    }

    @Test
    void closedIsTheEnd() {
        board.interrupted("trouble");
        board.closed("closed by the application");
        board.closed("twice");
        live();
        board.interrupted("more");
        board.unavailable("more", () -> true);
        later(1_000);
        assertThat(heard.stateNames()).containsExactly("Connecting", "Live", "Reconnecting", "Closed");
        assertThat(heard.gaps()).hasSize(1);
    }

    @Test
    void whatIsNotWellAtTheLastMomentIsNotLiveAndItsValuesAreTaken() {
        boolean[] put = {false};
        board.interrupted("trouble");
        board.live(() -> false, List.of(), () -> put[0] = true);
        assertThat(board.state()).isInstanceOf(LiveState.Reconnecting.class);
        assertThat(put[0]).isTrue();
        assertThat(heard.gaps()).isEmpty();
        live();
        assertThat(heard.gaps()).hasSize(1);
    }

    @Test
    void valuesAreInPlaceBeforeItIsLiveAndAfterTheGap() {
        board.interrupted("trouble");
        board.live(() -> true, List.of(), () -> assertThat(board.state()).isInstanceOf(LiveState.Reconnecting.class));
        assertThat(board.state()).isInstanceOf(LiveState.Live.class);
    }

    @Test
    void missingStatisticsAreToldWithTheState() {
        board.live(() -> true, List.of(Given.A), () -> {});
        board.live(() -> true, List.of(Given.A), () -> {});
        assertThat(heard.states()).hasSize(3);
        assertThat(board.state().why()).isEqualTo("the server does not give 1 of the statistics");
        assertThat(board.state().live()).isTrue();
    }

    @Test
    void aConnectionThatWasReplacedInterruptsNothing() {
        board.interrupted("late news of an old connection", () -> false);
        board.unavailable("late news of an old connection", () -> false);
        assertThat(board.state()).isInstanceOf(LiveState.Live.class);
    }
}
