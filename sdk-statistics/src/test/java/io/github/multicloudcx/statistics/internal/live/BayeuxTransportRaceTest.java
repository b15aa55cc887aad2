package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.TransportBench.NETWORK_DELAY;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.json;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.replies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.cometd.bayeux.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly one of messages or failure is told, whatever comes first. */
@Timeout(120)
class BayeuxTransportRaceTest {
    private static final int ROUNDS = 300;

    private enum Event {
        ANSWER,
        DEADLINE,
        ABORT
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260105, 4711})
    void oneOutcomeIsToldOnceWhenAnswerDeadlineAndAbortRace(long seed) throws Exception {
        Random random = new Random(seed);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        MockResponse answer = json(200, replies(Channel.META_CONNECT)).build();
        try (TransportBench bench = new TransportBench()) {
            for (int round = 0; round < ROUNDS; round++) {
                bench.transport.init();
                CountDownLatch answered = new CountDownLatch(1);
                bench.answer(request -> {
                    answered.await();
                    return answer;
                });
                HeardBatch heard = bench.send(Channel.META_CONNECT);
                bench.take();
                race(threads, random, bench, answered);
                heard.awaitOver();
                answered.countDown();
                assertThat(heard.outcomes())
                        .as("round %s of seed %s: %s", round, seed, heard.told())
                        .isOne();
                assertThat(bench.timer.waiting()).isEmpty();
            }
            bench.io.shutdown();
            assertThat(bench.io.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void race(ExecutorService threads, Random random, TransportBench bench, CountDownLatch answered)
            throws Exception {
        Map<Event, Integer> spins = new EnumMap<>(Event.class);
        for (Event event : Event.values()) {
            if (event == Event.ANSWER || random.nextInt(4) > 0) {
                spins.put(event, random.nextInt(event == Event.ANSWER ? 1_000 : 40_000));
            }
        }
        CyclicBarrier start = new CyclicBarrier(spins.size());
        List<Future<?>> all = new ArrayList<>();
        for (Map.Entry<Event, Integer> event : spins.entrySet()) {
            all.add(threads.submit(() -> {
                start.await();
                for (int i = 0; i < event.getValue(); i++) {
                    Thread.onSpinWait();
                }
                happen(event.getKey(), bench, answered);
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(20, TimeUnit.SECONDS);
        }
    }

    private static void happen(Event event, TransportBench bench, CountDownLatch answered) {
        switch (event) {
            case ANSWER -> answered.countDown();
            case DEADLINE -> bench.timer.advance(NETWORK_DELAY);
            case ABORT -> bench.transport.abort(new IllegalStateException("given up"));
        }
    }

    @Test
    void afterTheDeadlineAnAnswerAndAnAbortAreNotToldAnyMore() {
        CountDownLatch said = new CountDownLatch(1);
        try (TransportBench bench = new TransportBench()) {
            bench.answer(request -> {
                said.await();
                return json(200, replies(Channel.META_CONNECT)).build();
            });
            HeardBatch heard = bench.send(Channel.META_CONNECT);
            bench.take();
            bench.timer.advance(NETWORK_DELAY.plusSeconds(30));
            said.countDown();
            bench.transport.abort(new IllegalStateException("given up"));
            bench.timer.advance(NETWORK_DELAY.plusSeconds(30));
            assertThat(heard.told()).containsExactly("sending 1", "late", "failure of 1");
        }
    }

    @Test
    void afterAnAnswerNeitherDeadlineNorAbortAreTold() {
        try (TransportBench bench = new TransportBench()) {
            bench.answer(200, replies(Channel.META_CONNECT));
            HeardBatch heard = bench.send(Channel.META_CONNECT).awaitOver();
            bench.timer.advance(NETWORK_DELAY.multipliedBy(10));
            bench.transport.abort(new IllegalStateException("given up"));
            assertThat(heard.told()).containsExactly("sending 1", "messages");
        }
    }

    @Test
    void noListenerIsEverToldOnAnInterruptedThreadHoweverFastTheAnswerIs() {
        try (TransportBench bench = new TransportBench()) {
            for (int i = 0; i < 200; i++) {
                bench.answer(i % 2 == 0 ? 200 : 500, replies(Channel.META_CONNECT));
                HeardBatch heard = bench.send(Channel.META_CONNECT).awaitOver();
                assertThat(heard.interrupted()).isFalse();
            }
        }
    }
}
