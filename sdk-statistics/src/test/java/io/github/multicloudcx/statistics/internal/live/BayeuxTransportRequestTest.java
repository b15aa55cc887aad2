package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.TransportBench.PATH;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.message;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.replies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the transport sends, and where. */
class BayeuxTransportRequestTest {
    @Test
    void itIsCalledLongPolling() {
        try (TransportBench bench = new TransportBench()) {
            assertThat(bench.transport.getName()).isEqualTo("long-polling");
            assertThat(bench.transport.accept("1.0")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"handshake", "connect", "subscribe", "unsubscribe", "disconnect"})
    void theTypeOfASingleMetaMessageIsAppendedToTheUrl(String type) {
        try (TransportBench bench = new TransportBench()) {
            bench.exchange("/meta/" + type, replies("/meta/" + type));
            assertThat(bench.take().getRequestLine()).isEqualTo("POST " + PATH + "/" + type + " HTTP/1.1");
        }
    }

    @Test
    void aBatchAndAMessageThatIsNotMetaGoToTheBareUrl() {
        try (TransportBench bench = new TransportBench()) {
            bench.answer(200, replies("/meta/subscribe", "/meta/subscribe"));
            bench.send("/meta/subscribe", "/meta/subscribe").awaitMessages();
            bench.exchange("/a/channel", replies("/a/channel"));
            assertThat(bench.target()).isEqualTo(PATH);
            assertThat(bench.target()).isEqualTo(PATH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway/eu", "gateway/eu/"})
    void thePathOfTheBaseUrlStays(String basePath) {
        try (TransportBench bench = new TransportBench(basePath, builder -> builder)) {
            bench.poll().exchange("/a/channel", replies("/a/channel"));
            assertThat(bench.target()).isEqualTo("/gateway/eu" + PATH + "/connect");
            assertThat(bench.target()).isEqualTo("/gateway/eu" + PATH);
        }
    }

    @Test
    void messagesGoOutAsAnArrayAlsoWhenThereIsOnlyOne() {
        try (TransportBench bench = new TransportBench()) {
            bench.poll();
            RecordedRequest request = bench.take();
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(request.getBody().utf8())
                    .isIn(
                            "[{\"channel\":\"/meta/connect\",\"id\":\"1\"}]",
                            "[{\"id\":\"1\",\"channel\":\"/meta/connect\"}]");
        }
    }

    @Test
    void theListenerIsToldSendingBeforeTheFirstByteAndThenTheMessages() {
        try (TransportBench bench = new TransportBench()) {
            AtomicInteger sentBefore = new AtomicInteger(-1);
            HeardBatch heard = new HeardBatch() {
                @Override
                public synchronized void onSending(List<? extends Message> messages) {
                    super.onSending(messages);
                    sentBefore.set(bench.server.getRequestCount());
                }
            };
            bench.answer(200, replies(Channel.META_SUBSCRIBE, Channel.META_SUBSCRIBE));
            bench.send(heard, List.of(message(Channel.META_SUBSCRIBE), message(Channel.META_SUBSCRIBE)))
                    .awaitMessages();
            assertThat(sentBefore).hasValue(0);
            assertThat(heard.told()).containsExactly("sending 2", "messages");
        }
    }

    @Test
    void theCallerOfSendIsNotHeldUpByAServerThatIsSilent() {
        try (TransportBench bench = new TransportBench().silence()) {
            HeardBatch heard = bench.send(Channel.META_CONNECT);
            bench.take();
            assertThat(heard.toldAnOutcome()).isFalse();
        }
    }

    @Test
    void everyRequestCarriesTheApiKeyTheTokenAndATraceIdOfItsOwn() {
        try (TransportBench bench = new TransportBench()) {
            Set<String> traces = new HashSet<>();
            for (int i = 0; i < 5; i++) {
                bench.poll();
                RecordedRequest request = bench.take();
                assertThat(request.getHeaders().values("x-api-key")).containsExactly(TransportBench.API_KEY);
                assertThat(request.getHeaders().values("Authorization"))
                        .containsExactly("Bearer " + TransportBench.TOKEN);
                assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
                traces.add(request.getHeaders().get("X-B3-TraceId"));
            }
            assertThat(traces).hasSize(5).allMatch(trace -> trace.matches("[0-9a-f]{16}"));
        }
    }

    @Test
    void theRepliesReachTheListenerAsTheyCame() {
        try (TransportBench bench = new TransportBench()) {
            bench.answer(
                    200,
                    "[{\"channel\":\"/meta/connect\",\"successful\":true,\"id\":\"1\"},"
                            + "{\"channel\":\"/x\",\"data\":{\"big\":12345678901234567890}}]");
            List<Message.Mutable> received = bench.send(Channel.META_CONNECT).awaitMessages();
            assertThat(received).hasSize(2);
            assertThat(received.get(0))
                    .containsOnly(entry("channel", "/meta/connect"), entry("successful", true), entry("id", "1"));
            assertThat(received.get(1).getData()).hasToString("{\"big\":12345678901234567890}");
        }
    }
}
