package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.HANDLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing always ends, soon, and leaves nothing. */
@Timeout(60)
class ClosingTest {
    private final Recorder heard = new Recorder();
    private final LiveDeployment deployment = LiveDeployment.start();
    private final LiveThreads threads = LiveThreads.start();

    @AfterEach
    void close() {
        deployment.close();
    }

    private SubscriptionBuilder builder() {
        return heard.on(new DefaultSubscriptionBuilder(deployment.cx, () -> threads))
                .statistic(HANDLING);
    }

    private void nothingIsLeft() {
        assertThat(threads.io().isTerminated()).isTrue();
        assertThat(threads.timer().isTerminated()).isTrue();
        heard.awaitState(state -> state instanceof LiveState.Closed);
    }

    @Test
    void theServerIsToldAndNoThreadIsLeft() {
        StatisticsSubscription live = builder().open();
        deployment.awaitPolls(1);
        live.close();
        nothingIsLeft();
        assertThat(deployment.sandbox.statistics().sessions()).isEmpty();
        assertThat(deployment.sandbox.statistics().subscriptions()).isEmpty();
        assertThat(deployment.sandbox.requests("deleteSubscription")).hasSize(1);
        assertThat(deployment.sandbox.requests("cometdDisconnect")).hasSize(1);
        assertThat(live.state().why()).isEqualTo("closed by the application");
    }

    @Test
    void aServerThatIsSilentDoesNotHoldItUp() {
        StatisticsSubscription live =
                builder().closeTimeout(Duration.ofMillis(300)).open();
        deployment.awaitPolls(1);
        deployment.sandbox.faults().on("deleteSubscription").hang();
        deployment.sandbox.faults().on("cometdDisconnect").hang();
        live.close();
        nothingIsLeft();
    }

    @Test
    void aListenerThatSleepsIsInterrupted() throws InterruptedException {
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        StatisticsSubscription live = builder()
                .closeTimeout(Duration.ofMillis(300))
                .onUpdate(update -> {
                    asleep.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        woken.countDown();
                    }
                })
                .open();
        assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();
        live.close();
        assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.io().isTerminated()).isTrue();
    }

    @Test
    void aListenerMayCloseIt() {
        AtomicReference<StatisticsSubscription> self = new AtomicReference<>();
        CountDownLatch opened = new CountDownLatch(1);
        StatisticsSubscription live = builder()
                .onUpdate(update -> {
                    await(opened);
                    self.get().close();
                })
                .open();
        self.set(live);
        opened.countDown();
        heard.awaitState(state -> state instanceof LiveState.Closed);
        live.close();
        nothingIsLeft();
    }

    @Test
    void aListenerOnTheThreadOfTheSupervisorMayCloseIt() {
        AtomicReference<StatisticsSubscription> self = new AtomicReference<>();
        StatisticsSubscription live = builder()
                .executor(Runnable::run)
                .onGap(gap -> self.get().close())
                .open();
        self.set(live);
        deployment.awaitPolls(1);
        deployment.sandbox.statistics().expireSessions();
        heard.awaitState(state -> state instanceof LiveState.Closed);
        live.close();
        nothingIsLeft();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whileItReconnectsItCanBeClosed() {
        StatisticsSubscription live =
                builder().closeTimeout(Duration.ofMillis(300)).open();
        deployment.awaitPolls(1);
        deployment.sandbox.faults().on("cometdHandshake").times(100).hang();
        deployment.sandbox.statistics().expireSessions();
        heard.awaitState(state -> state instanceof LiveState.Reconnecting);
        live.close();
        nothingIsLeft();
        assertThat(heard.gaps()).hasSize(1);
    }

    @Test
    void itEndsWithTheClient() {
        StatisticsSubscription live = builder().open();
        deployment.awaitPolls(1);
        deployment.cx.close();
        heard.awaitState(state -> state instanceof LiveState.Closed);
        assertThat(live.state().why()).isEqualTo("the CxClient was closed");
        live.close();
        nothingIsLeft();
    }

    @Test
    void anInterruptEndsOpeningAndStaysSet() throws Exception {
        deployment.sandbox.faults().on("cometdHandshake").hang();
        CountDownLatch arrived = new CountDownLatch(1);
        deployment.sandbox.onRequest(request -> {
            if ("cometdHandshake".equals(request.operationId())) {
                arrived.countDown();
            }
        });
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread opener = new Thread(() -> {
            assertThatExceptionOfType(CallInterruptedException.class)
                    .isThrownBy(
                            () -> builder().closeTimeout(Duration.ofMillis(300)).open());
            flag.complete(Thread.currentThread().isInterrupted());
        });
        opener.start();
        await(arrived);
        opener.interrupt();
        assertThat(result(flag)).isTrue();
        opener.join();
        nothingIsLeft();
    }

    private static boolean result(CompletableFuture<Boolean> flag)
            throws InterruptedException, ExecutionException, TimeoutException {
        return flag.get(20, TimeUnit.SECONDS);
    }

    @Test
    void severalMayCloseItAtOnce() throws Exception {
        StatisticsSubscription live = builder().open();
        deployment.awaitPolls(1);
        Thread[] closers = new Thread[8];
        for (int i = 0; i < closers.length; i++) {
            closers[i] = new Thread(live::close);
            closers[i].start();
        }
        for (Thread closer : closers) {
            closer.join();
        }
        nothingIsLeft();
        assertThat(deployment.sandbox.requests("cometdDisconnect")).hasSize(1);
    }

    @Test
    void manySubscriptionsThatCannotBeDeletedDoNotHoldItUp() {
        deployment.sandbox.faults().on("deleteSubscription").times(20).hang();
        StatisticsSubscription live = builder()
                .statistics(IntStream.range(0, 19)
                        .mapToObj(i -> Statistic.named("AverageHandlingTime").agent("a" + i))
                        .toList())
                .batchSize(1)
                .closeTimeout(Duration.ofMillis(600))
                .open();
        deployment.awaitPolls(1);
        live.close();
        assertThat(live.state()).isInstanceOf(LiveState.Closed.class);
        nothingIsLeft();
        assertThat(deployment.sandbox.requests("deleteSubscription")).hasSizeLessThan(20);
        deployment.sandbox.faults().clear();
    }

    @Test
    void anInterruptedThreadClosesItToo() {
        StatisticsSubscription live = builder().open();
        deployment.awaitPolls(1);
        Thread.currentThread().interrupt();
        live.close();
        assertThat(Thread.interrupted()).isTrue();
        nothingIsLeft();
    }

    @Test
    void afterClosingTheStreamSaysSo() throws InterruptedException {
        StatisticsSubscription live = builder().open();
        live.close();
        CountDownLatch complete = new CountDownLatch(1);
        live.updates().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {}

            @Override
            public void onNext(StatisticUpdate update) {}

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {
                complete.countDown();
            }
        });
        assertThat(complete.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aClosedClientOpensNothing() {
        deployment.cx.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> builder().open())
                .withMessageContaining("The client is closed");
    }

    @Test
    void closingInTheMiddleOfARequestIsNoInterruption() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        StatisticsSubscription live = builder()
                .verifyEvery(Duration.ofMillis(20))
                .closeTimeout(Duration.ofMillis(600))
                .open();
        deployment.awaitPolls(1);
        deployment.sandbox.onAnswer(request -> {
            if ("getSubscriptionStatisticValues".equals(request.operationId()) && request.status() == 0) {
                asked.countDown();
            }
        });
        deployment.sandbox.faults().on("getSubscriptionStatisticValues").hang();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        live.close();
        nothingIsLeft();
        assertThat(heard.stateNames()).containsExactly("Connecting", "Live", "Closed");
        assertThat(heard.gaps()).isEmpty();
    }
}
