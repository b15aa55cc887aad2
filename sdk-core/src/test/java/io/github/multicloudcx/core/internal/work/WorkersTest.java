package io.github.multicloudcx.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {
    private final List<Integer> outcomes = new ArrayList<>();

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("workers-test-"));
    }

    private boolean run(int concurrency, Iterator<Integer> items, java.util.function.Function<Integer, Integer> work) {
        return Workers.run("workers-test", concurrency, items, work, outcomes::add);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64})
    void eachItemIsDoneOnce(int concurrency) {
        assertThat(run(concurrency, IntStream.range(0, 1000).iterator(), item -> item * 2))
                .isTrue();
        assertThat(outcomes).hasSize(1000);
        assertThat(new HashSet<>(outcomes)).hasSize(1000);
    }

    @Test
    void soManyRunAtATimeAndNoMore() {
        AtomicInteger running = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        var done = run(4, IntStream.range(0, 40).iterator(), item -> {
            seen.add(running.incrementAndGet());
            four.countDown();
            await(four);
            running.decrementAndGet();
            return item;
        });

        assertThat(done).isTrue();
        assertThat(seen).contains(4).allMatch(number -> number <= 4);
    }

    @Test
    void itemsAndOutcomesAreOfTheCallingThreadAndItemsAreNotTakenAhead() {
        Thread caller = Thread.currentThread();
        int[] taken = {0};
        Iterator<Integer> items = new Iterator<>() {
            @Override
            public boolean hasNext() {
                assertThat(Thread.currentThread()).isSameAs(caller);
                assertThat(taken[0] - outcomes.size()).isLessThan(2);
                return taken[0] < 20;
            }

            @Override
            public Integer next() {
                return taken[0]++;
            }
        };

        assertThat(run(2, items, item -> item)).isTrue();
        assertThat(outcomes).hasSize(20);
    }

    @Test
    void noItemsAreNoWork() {
        assertThat(run(3, List.<Integer>of().iterator(), item -> item)).isTrue();
        assertThat(outcomes).isEmpty();
    }

    @Test
    void anInterruptEndsItAndWhatWasRunningIsHandedOut() {
        Thread caller = Thread.currentThread();
        CountDownLatch both = new CountDownLatch(2);
        boolean whole = run(2, IntStream.range(0, 100).iterator(), item -> {
            both.countDown();
            await(both);
            caller.interrupt();
            try {
                new CountDownLatch(1).await();
                return -1;
            } catch (InterruptedException e) {
                return item;
            }
        });

        assertThat(whole).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aThreadThatIsInterruptedBeforeBeginsNothing() {
        Thread.currentThread().interrupt();

        assertThat(run(2, IntStream.range(0, 9).iterator(), item -> item)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes).isEmpty();
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatThrownBy(() -> run(2, IntStream.range(0, 9).iterator(), item -> {
                    throw new IllegalStateException("bug " + (item < 2));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bug true");
        assertThatThrownBy(() -> run(2, IntStream.range(0, 9).iterator(), item -> {
                    throw new AssertionError("worse");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void whatTheCallerThrowsIsThrown() {
        assertThatThrownBy(() ->
                        Workers.run("workers-test", 2, IntStream.range(0, 9).iterator(), item -> item, outcome -> {
                            throw new IllegalArgumentException("full");
                        }))
                .hasMessage("full");
    }

    @Test
    void whatTheCallerThrowsAgainHangsOnTheFirstAndNoOutcomeIsLost() {
        CountDownLatch all = new CountDownLatch(4);
        List<Integer> told = new ArrayList<>();
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(() -> Workers.run(
                "workers-test",
                4,
                IntStream.range(0, 4).iterator(),
                item -> {
                    all.countDown();
                    await(all);
                    return item;
                },
                outcome -> {
                    told.add(outcome);
                    throw new IllegalStateException("full " + told.size());
                }));

        assertThat(thrown).hasMessage("full 1");
        assertThat(thrown.getSuppressed()).hasSize(3);
        assertThat(told).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void thereAreNoMoreThreadsThanItems() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        assertThat(run(3000, IntStream.range(0, 3).iterator(), item -> {
                    names.add(Thread.currentThread().getName());
                    return item;
                }))
                .isTrue();
        assertThat(names).isSubsetOf("workers-test-1", "workers-test-2", "workers-test-3");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
