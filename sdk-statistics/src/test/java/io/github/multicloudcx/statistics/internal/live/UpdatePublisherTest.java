package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.Given.A;
import static io.github.multicloudcx.statistics.internal.live.Given.B;
import static io.github.multicloudcx.statistics.internal.live.Given.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The rules of Reactive Streams, on the calling thread where that shows more. */
class UpdatePublisherTest {
    private final List<StatisticUpdate> first = new ArrayList<>();
    private final UpdatePublisher publisher = new UpdatePublisher(Runnable::run, () -> List.copyOf(first));

    private static final class Taker implements Flow.Subscriber<StatisticUpdate> {
        private final List<String> signals = new ArrayList<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            signals.add("subscribed");
        }

        @Override
        public void onNext(StatisticUpdate update) {
            signals.add(update.statistic().objectId() + update.value());
        }

        @Override
        public void onError(Throwable failure) {
            signals.add(failure.getMessage());
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }

    private void push(StatisticUpdate update) {
        publisher.update(update);
        publisher.wake();
    }

    private Taker taker() {
        Taker taker = new Taker();
        publisher.subscribe(taker);
        return taker;
    }

    @Test
    void nothingComesUnlessItIsRequested() {
        Taker taker = taker();
        push(update(A, 1));
        assertThat(taker.signals).containsExactly("subscribed");
        taker.subscription.request(1);
        push(update(A, 2));
        assertThat(taker.signals).containsExactly("subscribed", "a1");
    }

    @Test
    void meanwhileTheNewestOfEachIsKeptAndABusyOneDoesNotPushOthersBack() {
        Taker taker = taker();
        push(update(A, 1));
        push(update(B, 2));
        push(update(A, 3));
        taker.subscription.request(Long.MAX_VALUE);
        assertThat(taker.signals).containsExactly("subscribed", "a3", "b2");
    }

    @Test
    void aNewSubscriberBeginsWithWhatIsThere() {
        first.add(update(A, 7));
        Taker taker = taker();
        taker.subscription.request(5);
        assertThat(taker.signals).containsExactly("subscribed", "a7");
    }

    @Test
    void requestsAddUpAndNeverOverflow() {
        Taker taker = taker();
        taker.subscription.request(Long.MAX_VALUE - 1);
        taker.subscription.request(Long.MAX_VALUE);
        push(update(A, 1));
        push(update(A, 2));
        assertThat(taker.signals).containsExactly("subscribed", "a1", "a2");
    }

    @Test
    void aRequestForNothingEndsWithAnErrorThatSaysSo() {
        Taker taker = taker();
        taker.subscription.request(0);
        push(update(A, 1));
        taker.subscription.request(1);
        assertThat(taker.signals).containsExactly("subscribed", "request must be 1 or more, not 0");
    }

    @Test
    void afterCancellingNothingComes() {
        Taker taker = taker();
        taker.subscription.request(10);
        taker.subscription.cancel();
        taker.subscription.cancel();
        push(update(A, 1));
        publisher.end();
        assertThat(taker.signals).containsExactly("subscribed");
    }

    @Test
    void theEndCompletesWhetherOrNotAnythingIsRequested() {
        Taker taker = taker();
        push(update(A, 1));
        publisher.end();
        publisher.end();
        push(update(A, 2));
        assertThat(taker.signals).containsExactly("subscribed", "complete");
        assertThat(taker().signals).containsExactly("subscribed", "complete");
    }

    @Test
    void whatIsForgottenDoesNotCome() {
        Taker taker = taker();
        push(update(A, 1));
        publisher.forget(List.of(A));
        taker.subscription.request(1);
        assertThat(taker.signals).containsExactly("subscribed");
    }

    @Test
    void aSubscriberThatThrowsGetsNoMoreAndDisturbsNobody() {
        AtomicInteger calls = new AtomicInteger();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(10);
            }

            @Override
            public void onNext(StatisticUpdate update) {
                calls.incrementAndGet();
                throw new IllegalStateException("a subscriber that does not keep to the rules");
            }

            @Override
            public void onError(Throwable failure) {
                calls.addAndGet(100);
            }

            @Override
            public void onComplete() {
                calls.addAndGet(100);
            }
        });
        Taker other = taker();
        other.subscription.request(10);
        push(update(A, 1));
        push(update(A, 2));
        assertThat(calls).hasValue(1);
        assertThat(other.signals).containsExactly("subscribed", "a1", "a2");
    }

    @Test
    void aSubscriberIsRequired() {
        assertThatNullPointerException().isThrownBy(() -> publisher.subscribe(null));
    }

    @Test
    void signalsNeverOverlapAndTheNewestValueArrives() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        UpdatePublisher busy = new UpdatePublisher(pool, List::of);
        CountDownLatch last = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        busy.subscribe(new Flow.Subscriber<>() {
            private Flow.Subscription subscription;
            private final Random random = new Random(5);

            @Override
            public void onSubscribe(Flow.Subscription given) {
                subscription = given;
                subscription.request(1);
            }

            @Override
            public void onNext(StatisticUpdate update) {
                if (inside.incrementAndGet() != 1) {
                    overlaps.incrementAndGet();
                }
                if (update.value().asLong().orElse(0) == 20_000) {
                    last.countDown();
                }
                inside.decrementAndGet();
                subscription.request(1 + random.nextInt(3));
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
        });
        for (int i = 1; i <= 20_000; i++) {
            busy.update(update(A, i));
            busy.wake();
        }
        assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
        pool.shutdown();
        assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsPushedWhileItBeginsIsNotUndoneByWhatWasThereBefore() {
        UpdatePublisher[] self = new UpdatePublisher[1];
        self[0] = new UpdatePublisher(Runnable::run, () -> {
            List<StatisticUpdate> snapshot = List.of(update(A, 1));
            self[0].update(update(A, 2));
            return snapshot;
        });
        Taker taker = new Taker();
        self[0].subscribe(taker);
        taker.subscription.request(5);
        assertThat(taker.signals).containsExactly("subscribed", "a2");
    }

    @Test
    void afterTheEndASubscriberIsToldSoWhateverTheExecutor() {
        UpdatePublisher ended = new UpdatePublisher(
                task -> {
                    throw new RejectedExecutionException();
                },
                List::of);
        ended.end();
        Taker late = new Taker();
        ended.subscribe(late);
        assertThat(late.signals).containsExactly("subscribed", "complete");
    }
}
