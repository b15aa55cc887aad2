package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.TransportBench.NETWORK_DELAY;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.message;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.statistics.live.CometdException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import mockwebserver3.MockResponse;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the transport waits for an answer. */
class BayeuxTransportDeadlineTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    @ParameterizedTest
    @ValueSource(strings = {"/meta/handshake", "/meta/subscribe", "/meta/disconnect", "/a/channel"})
    void anAnswerMayTakeTheNetworkDelay(String channel) {
        try (TransportBench bench = new TransportBench().silence()) {
            bench.send(channel);
            assertThat(bench.timer.waiting()).containsExactly(NETWORK_DELAY);
        }
    }

    @Test
    void aPollMayTakeTheTimeoutThatThePollBeforeItBrought() {
        try (TransportBench bench = new TransportBench()) {
            bench.exchange(Channel.META_CONNECT, reply(Channel.META_CONNECT, "{\"timeout\":20000}"));
            bench.silence();
            bench.send(Channel.META_CONNECT);
            assertThat(bench.timer.waiting()).containsExactly(NETWORK_DELAY.plusSeconds(20));
            assertThat(bench.transport.pollTimeout()).isEqualTo(Duration.ofSeconds(20));
        }
    }

    @Test
    void withoutAdviceAPollMayBeHeldForHalfAMinute() {
        try (TransportBench bench = new TransportBench().silence()) {
            bench.send(Channel.META_CONNECT);
            assertThat(bench.timer.waiting()).containsExactly(NETWORK_DELAY.plusSeconds(30));
        }
    }

    @Test
    void theIntervalBetweenPollsIsPartOfTheTimeUntilTheNextIsAnswered() {
        try (TransportBench bench = new TransportBench()) {
            bench.exchange(Channel.META_CONNECT, reply(Channel.META_CONNECT, "{\"timeout\":20000,\"interval\":50000}"));
            assertThat(bench.transport.pollTimeout()).isEqualTo(Duration.ofSeconds(70));
        }
    }

    @Test
    void theAdviceOfTheHandshakeCountsUntilAPollBringsAnother() {
        try (TransportBench bench = new TransportBench()) {
            bench.exchange(Channel.META_HANDSHAKE, reply(Channel.META_HANDSHAKE, "{\"timeout\":30000}"));
            assertThat(bench.transport.pollTimeout()).isEqualTo(Duration.ofSeconds(30));
            bench.poll();
            bench.silence();
            bench.send(Channel.META_CONNECT);
            assertThat(bench.timer.waiting()).containsExactly(NETWORK_DELAY.plusSeconds(30));
            for (String type : List.of("handshake", "connect", "connect")) {
                assertThat(bench.target()).endsWith(type);
            }

            bench.exchange(Channel.META_CONNECT, reply(Channel.META_CONNECT, "{\"interval\":5}"));
            assertThat(bench.transport.pollTimeout()).isEqualTo(Duration.ofSeconds(30));
            bench.exchange(Channel.META_CONNECT, reply(Channel.META_CONNECT, "{\"timeout\":7000}"));
            assertThat(bench.transport.pollTimeout()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void adviceOfARefusedHandshakeOrWithoutATimeoutIsNotTaken() {
        try (TransportBench bench = new TransportBench()) {
            bench.exchange(
                    Channel.META_HANDSHAKE,
                    "[{\"channel\":\"/meta/handshake\",\"successful\":false,\"advice\":{\"timeout\":50000}}]");
            bench.exchange(Channel.META_HANDSHAKE, reply(Channel.META_HANDSHAKE, "{\"reconnect\":\"retry\"}"));
            assertThat(bench.transport.pollTimeout()).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void adviceInTheMessageItselfWinsOverWhatTheServerSaid() {
        try (TransportBench bench = new TransportBench()) {
            bench.exchange(Channel.META_CONNECT, reply(Channel.META_CONNECT, "{\"timeout\":20000}"));
            bench.silence();
            Message.Mutable first = message(Channel.META_CONNECT);
            first.put(Message.ADVICE_FIELD, new HashMap<>(Map.of("timeout", 0)));
            bench.send(new HeardBatch(), List.of(first));
            assertThat(bench.timer.waiting()).containsExactly(NETWORK_DELAY);
        }
    }

    @Test
    void otherMessagesMayNotTakeAsLongAsAPoll() {
        try (TransportBench bench = new TransportBench()) {
            bench.exchange(Channel.META_CONNECT, reply(Channel.META_CONNECT, "{\"timeout\":20000}"));
            bench.silence();
            bench.send(Channel.META_SUBSCRIBE);
            assertThat(bench.timer.waiting()).containsExactly(NETWORK_DELAY);
        }
    }

    @Test
    void anAnswerEndsTheDeadline() {
        try (TransportBench bench = new TransportBench()) {
            bench.poll();
            assertThat(bench.timer.waiting()).isEmpty();
            bench.answer(500, "{}");
            bench.send(Channel.META_CONNECT).awaitFailure();
            assertThat(bench.timer.waiting()).isEmpty();
        }
    }

    @Test
    void whenTheTimeIsOverTheListenerIsAskedAndThenTheCallIsCancelledAndReported() {
        try (TransportBench bench = new TransportBench().silence()) {
            HeardBatch heard = bench.send(Channel.META_SUBSCRIBE);
            bench.take();
            bench.timer.advance(NETWORK_DELAY.minus(MOMENT));
            assertThat(heard.told()).containsExactly("sending 1");
            bench.timer.advance(MOMENT);

            assertThat(heard.told()).containsExactly("sending 1", "late", "failure of 1");
            assertThat(heard.awaitFailure().getCause())
                    .asInstanceOf(InstanceOfAssertFactories.type(CometdException.class))
                    .satisfies(late -> {
                        assertThat(late).hasMessage("CometD did not answer within 10000 ms");
                        assertThat(late.fate()).isEqualTo(Fate.UNKNOWN);
                    });
            assertThat(heard.awaitFailure().getFields()).isEmpty();
            assertThat(bench.timer.waiting()).isEmpty();
        }
    }

    @Test
    void aListenerThatWantsToWaitLongerIsObeyedEachTime() {
        try (TransportBench bench = new TransportBench().silence()) {
            HeardBatch heard = bench.send(new HeardBatch().waitingLonger(5_000, 2_000), Channel.META_SUBSCRIBE);
            bench.timer.advance(NETWORK_DELAY);
            assertThat(bench.timer.waiting()).containsExactly(Duration.ofSeconds(5));
            bench.timer.advance(Duration.ofSeconds(5));
            assertThat(bench.timer.waiting()).containsExactly(Duration.ofSeconds(2));
            assertThat(heard.told()).containsExactly("sending 1", "late", "late");
            bench.timer.advance(Duration.ofSeconds(2));
            assertThat(heard.told()).containsExactly("sending 1", "late", "late", "late", "failure of 1");
        }
    }

    @Test
    void anAnswerWhileItWaitsLongerIsTaken() {
        CountDownLatch late = new CountDownLatch(1);
        MockResponse answer = new MockResponse.Builder()
                .body("[{\"channel\":\"/meta/subscribe\",\"successful\":true}]")
                .build();
        try (TransportBench bench = new TransportBench()) {
            bench.answer(request -> {
                late.await();
                return answer;
            });
            HeardBatch heard = bench.send(new HeardBatch().waitingLonger(60_000), Channel.META_SUBSCRIBE);
            bench.timer.advance(NETWORK_DELAY);
            late.countDown();
            heard.awaitMessages();
            assertThat(heard.told()).containsExactly("sending 1", "late", "messages");
            assertThat(bench.timer.waiting()).isEmpty();
        }
    }

    @Test
    void aListenerThatCannotSayWhetherToWaitFailsTheBatch() {
        try (TransportBench bench = new TransportBench().silence()) {
            IllegalStateException confused = new IllegalStateException("confused");
            HeardBatch heard = new HeardBatch() {
                @Override
                public void onTimeout(List<? extends Message> messages, Promise<Long> promise) {
                    promise.fail(confused);
                }
            };
            bench.send(heard, Channel.META_SUBSCRIBE);
            bench.timer.advance(NETWORK_DELAY);
            assertThat(heard.awaitFailure()).hasCause(confused);
        }
    }

    @Test
    void aTimerThatHasEndedFailsTheBatch() {
        try (TransportBench bench = new TransportBench().silence()) {
            bench.timer.shutdown();
            assertThat(bench.send(Channel.META_SUBSCRIBE).awaitFailure())
                    .hasCauseInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void threadsThatHaveEndedFailTheBatch() {
        try (TransportBench bench = new TransportBench()) {
            bench.io.shutdown();
            HeardBatch heard = bench.send(Channel.META_SUBSCRIBE);
            assertThat(heard.awaitFailure()).hasCauseInstanceOf(RejectedExecutionException.class);
            assertThat(bench.timer.waiting()).isEmpty();
        }
    }
}
