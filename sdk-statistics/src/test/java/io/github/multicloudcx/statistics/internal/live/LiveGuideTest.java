package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.HANDLING;
import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/statistics.md shows about live subscriptions runs and does what the text says. */
class LiveGuideTest {
    private final LiveDeployment deployment = LiveDeployment.start();
    private final Recorder shown = new Recorder();
    private final LiveSnippets guide = new LiveSnippets(deployment.statistics, shown::add);

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void theBoardShowsValuesStatesAndGaps() throws InterruptedException {
        CountDownLatch shutdown = new CountDownLatch(1);
        Thread board = new Thread(() -> {
            try {
                guide.board(List.of(HANDLING), shutdown);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        deployment.set(HANDLING, 17);
        board.start();
        shown.await("live", () -> shown.all().contains("board: live"));
        deployment.awaitPolls(1);
        deployment.sandbox.statistics().expireSessions();
        shown.await(
                "the gap",
                () -> shown.all().stream().anyMatch(line -> line.toString().startsWith("gap: PT")));
        shutdown.countDown();
        board.join();
        List<String> lines = shown.all().stream().map(Object::toString).toList();
        assertThat(lines).contains("agent2: 17");
        assertThat(lines).anyMatch(line -> line.startsWith("board: values may be old since 20"));
        assertThat(lines.get(lines.size() - 1)).as(lines.toString()).endsWith("closed by the application");
    }

    @Test
    void statisticsComeAndGo() {
        try (StatisticsSubscription live =
                deployment.statistics.subscribe().statistic(HANDLING).open()) {
            guide.others(live, STATE, HANDLING);
            assertThat(live.statistics()).containsExactly(STATE);
            assertThat(shown.all()).containsExactly("unknown: 0");
        }
    }

    @Test
    void whatIsUnknownIsNamed() {
        Statistic unknown = Statistic.named("NoSuchStatistic").agent("agent2");
        assertThat(guide.refused(List.of(HANDLING, unknown)))
                .startsWith("check these: ")
                .contains("NoSuchStatistic");
        assertThat(guide.refused(List.of(HANDLING))).startsWith("StatisticsSubscription[1 statistics, Live");
    }

    @Test
    void theStreamGivesWhatIsRequested() throws InterruptedException {
        CountDownLatch got = new CountDownLatch(1);
        CountDownLatch complete = new CountDownLatch(1);
        try (StatisticsSubscription live =
                deployment.statistics.subscribe().statistic(HANDLING).open()) {
            guide.stream(live, new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscription.request(1);
                }

                @Override
                public void onNext(StatisticUpdate update) {
                    got.countDown();
                }

                @Override
                public void onError(Throwable failure) {}

                @Override
                public void onComplete() {
                    complete.countDown();
                }
            });
            assertThat(got.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(complete.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
