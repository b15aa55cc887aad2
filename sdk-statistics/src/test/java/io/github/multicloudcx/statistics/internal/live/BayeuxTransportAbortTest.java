package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.TransportBench.message;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.replies;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.SessionCookies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.Channel;
import org.cometd.common.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an abort ends. */
class BayeuxTransportAbortTest {
    private final IllegalStateException why = new IllegalStateException("given up");

    @Test
    void afterAnAbortABatchFailsAtOnceAndNothingIsSent() {
        try (TransportBench bench = new TransportBench()) {
            bench.transport.abort(why);
            HeardBatch heard = bench.send(Channel.META_CONNECT);
            assertThat(heard.told()).containsExactly("sending 1", "failure of 1");
            assertThat(heard.awaitFailure()).hasCause(why);
            assertThat(bench.server.getRequestCount()).isZero();
            assertThat(bench.timer.waiting()).isEmpty();
        }
    }

    @Test
    void afterTerminatingABatchFailsAtOnceToo() {
        try (TransportBench bench = new TransportBench()) {
            bench.transport.terminate();
            assertThat(bench.send(Channel.META_CONNECT).told()).containsExactly("sending 1", "failure of 1");
        }
    }

    @Test
    void aTransportThatIsInitialisedAgainSendsAgain() {
        try (TransportBench bench = new TransportBench()) {
            bench.transport.abort(why);
            bench.transport.init();
            bench.poll();
        }
    }

    @Test
    void aFailureOfTheTransportIsHandedOnAsItIs() {
        try (TransportBench bench = new TransportBench()) {
            TransportException ours = new TransportException(Map.of("httpCode", 418));
            bench.transport.abort(ours);
            assertThat(bench.send(Channel.META_CONNECT).awaitFailure()).isSameAs(ours);
        }
    }

    @Test
    void anAbortFailsEveryBatchThatWaits() {
        try (TransportBench bench = new TransportBench()) {
            List<HeardBatch> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                bench.silence();
                all.add(bench.send(Channel.META_CONNECT));
                bench.take();
            }
            bench.transport.abort(why);
            for (HeardBatch heard : all) {
                assertThat(heard.told()).containsExactly("sending 1", "failure of 1");
                assertThat(heard.awaitFailure()).hasCause(why);
            }
            assertThat(bench.timer.waiting()).as("no deadline is left").isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void theServerSeesTheConnectionsOfAnAbortedTransportEnd() {
        ExecutorService io = Executors.newCachedThreadPool(LiveThreads.named("abort-io"));
        try (SilentServer server = new SilentServer();
                CxClient cx = CxClient.builder().baseUrl(server.url()).build()) {
            BayeuxTransport transport = new BayeuxTransport(
                    cx.api(ApiFamily.STATISTICS).session(new SessionCookies()).envelope(Envelope.BARE),
                    cx.baseUrl(ApiFamily.STATISTICS) + BayeuxTransport.PATH,
                    TransportBench.NETWORK_DELAY,
                    io,
                    new ManualTimer());
            transport.init();
            for (int i = 0; i < 3; i++) {
                transport.send(new HeardBatch(), List.of(message(Channel.META_CONNECT)));
            }
            server.awaitRequests(3);
            assertThat(server.ended()).isZero();
            transport.abort(why);
            server.awaitEnded(3);
        } finally {
            io.shutdownNow();
        }
    }

    @Test
    void theThreadsOfAnAbortedTransportAreFreeAgain() throws InterruptedException {
        try (TransportBench bench = new TransportBench()) {
            for (int i = 0; i < 3; i++) {
                bench.silence();
                bench.send(Channel.META_CONNECT);
                bench.take();
            }
            bench.transport.abort(why);
            bench.io.shutdown();
            assertThat(bench.io.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @Timeout(120)
    void noBatchIsLeftWaitingWhenAnAbortRacesWithManyThatSend() throws Exception {
        int senders = 100;
        for (int round = 0; round < 5; round++) {
            ExecutorService threads = Executors.newFixedThreadPool(senders + 1);
            try (TransportBench bench = new TransportBench()) {
                for (int i = 0; i < senders; i++) {
                    bench.answer(200, replies(Channel.META_CONNECT));
                }
                CyclicBarrier start = new CyclicBarrier(senders + 1);
                List<Future<HeardBatch>> sent = new ArrayList<>();
                for (int i = 0; i < senders; i++) {
                    sent.add(threads.submit(() -> {
                        start.await();
                        return bench.send(Channel.META_CONNECT);
                    }));
                }
                start.await();
                bench.transport.abort(why);
                for (Future<HeardBatch> one : sent) {
                    HeardBatch heard = one.get(20, TimeUnit.SECONDS).awaitOver();
                    assertThat(heard.outcomes()).isOne();
                }
                assertThat(bench.timer.waiting()).isEmpty();
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
