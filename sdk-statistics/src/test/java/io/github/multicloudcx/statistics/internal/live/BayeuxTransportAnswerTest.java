package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.TransportBench.json;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.replies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.statistics.live.CometdException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.cometd.bayeux.Channel;
import org.cometd.common.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an answer. */
class BayeuxTransportAnswerTest {
    private static final String SPRING_ERROR = "{\"timestamp\":\"2026-01-05T10:00:00.000+00:00\",\"status\":500,"
            + "\"error\":\"Internal Server Error\",\"path\":\"/statistics/v3/notifications/connect\"}";

    private static TransportException failure(MockResponse.Builder answer) {
        try (TransportBench bench = new TransportBench().answer(answer)) {
            HeardBatch heard = bench.send(Channel.META_CONNECT);
            TransportException failure = heard.awaitFailure();
            assertThat(heard.outcomes()).isOne();
            assertThat(heard.interrupted()).as("the thread that reports").isFalse();
            assertThat(bench.timer.waiting()).isEmpty();
            return failure;
        }
    }

    @Test
    void okWithTextGivesMessages() {
        try (TransportBench bench = new TransportBench()) {
            bench.answer(200, replies(Channel.META_CONNECT, "/a/channel"));
            HeardBatch heard = bench.send(Channel.META_CONNECT);
            assertThat(heard.awaitMessages()).hasSize(2);
            assertThat(heard.interrupted()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void anEmptyAnswerIsAFailure(int status) {
        assertThat(failure(new MockResponse.Builder().code(status)))
                .cause()
                .isInstanceOf(CometdException.class)
                .hasMessage("CometD answered without a message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "[{\"data\":5}]", "\"ok\""})
    void anAnswerWithoutAMessageIsAFailure(String body) {
        assertThat(failure(json(200, body))).cause().hasMessage("CometD answered without a message");
    }

    @Test
    void htmlIsAFailure() {
        TransportException failure = failure(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html><body>Please sign in</body></html>"));
        assertThat(failure).hasCauseInstanceOf(DecodeException.class);
        assertThat(failure.getFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"channel\":", "not JSON", "[] []"})
    void whatIsNotJsonIsAFailure(String body) {
        assertThat(failure(json(200, body))).hasCauseInstanceOf(DecodeException.class);
    }

    @Test
    void anErrorPageOfSpringIsAFailureWithItsStatus() {
        TransportException failure = failure(json(500, SPRING_ERROR));
        assertThat(failure.getFields()).containsExactly(entry("httpCode", 500));
        assertThat(failure).hasCauseInstanceOf(ServerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 404, 409, 429, 500, 502, 503, 504})
    void anyOtherStatusIsAFailureWithThatStatusEvenWithMessagesInTheBody(int status) {
        TransportException failure = failure(json(status, replies(Channel.META_CONNECT)));
        assertThat(failure.getFields()).containsExactly(entry("httpCode", status));
        assertThat(failure).hasCauseInstanceOf(ApiException.class);
    }

    @Test
    void anAddressWithoutCometdSaysWhatToCheck() {
        assertThat(failure(new MockResponse.Builder().code(404)))
                .cause()
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("there is no CometD service at this address; check the base URL");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsAFailureAndIsNotFollowed(int status) {
        try (TransportBench bench = new TransportBench()) {
            bench.answer(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Location", bench.server.url("/elsewhere").toString()));
            assertThat(bench.send(Channel.META_CONNECT).awaitFailure().getFields())
                    .containsExactly(entry("httpCode", status));
            assertThat(bench.server.getRequestCount()).isOne();
        }
    }

    @Test
    void aBodyLargerThanAllowedIsAFailure() {
        String large = "[{\"channel\":\"/x\",\"data\":\"" + "x".repeat(2000) + "\"}]";
        try (TransportBench bench = new TransportBench(builder -> builder.maxBodyBytes(1000))) {
            bench.answer(200, large);
            assertThat(bench.send(Channel.META_CONNECT).awaitFailure())
                    .cause()
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("larger than 1000 bytes");
            bench.answer(200, large.replace("x".repeat(1900), ""));
            assertThat(bench.send(Channel.META_CONNECT).awaitMessages()).hasSize(1);
        }
    }

    @Test
    void aConnectionThatIsCutBeforeTheAnswerIsAFailure() {
        assertThat(failure(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket())))
                .hasCauseInstanceOf(ConnectionException.class);
    }

    @Test
    void aConnectionThatIsCutWithinTheBodyIsAFailure() {
        assertThat(failure(json(200, "[" + "{\"channel\":\"/other\"},".repeat(20_000) + "{}]")
                        .onResponseBody(new SocketEffect.CloseSocket())))
                .hasCauseInstanceOf(ConnectionException.class);
    }

    @Test
    void aServerThatCannotBeReachedIsAFailure() {
        try (TransportBench bench = new TransportBench()) {
            bench.server.close();
            HeardBatch heard = bench.send(Channel.META_HANDSHAKE);
            assertThat(heard.awaitFailure()).hasCauseInstanceOf(ConnectionException.class);
            assertThat(heard.interrupted()).isFalse();
        }
    }

    @Test
    void aClosedClientIsAFailure() {
        try (TransportBench bench = new TransportBench()) {
            bench.cx.close();
            assertThat(bench.send(Channel.META_HANDSHAKE).awaitFailure())
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whateverComesTheConnectionIsGivenBack() {
        ConnectionPool pool = new ConnectionPool(5, 1, TimeUnit.MINUTES);
        OkHttpClient given = new OkHttpClient.Builder().connectionPool(pool).build();
        List<MockResponse.Builder> answers = List.of(
                json(200, replies(Channel.META_CONNECT)),
                json(200, "[]"),
                new MockResponse.Builder().code(204),
                json(200, "no JSON"),
                json(404, "{}"),
                json(500, SPRING_ERROR),
                json(503, "x".repeat(100_000)),
                new MockResponse.Builder().code(302).addHeader("Location", "/elsewhere"));
        try (TransportBench bench = new TransportBench(builder -> builder.okHttpClient(given))) {
            List<Integer> inUse = new ArrayList<>();
            for (MockResponse.Builder answer : answers) {
                bench.answer(answer);
                bench.send(Channel.META_CONNECT).awaitOver();
                inUse.add(pool.connectionCount() - pool.idleConnectionCount());
            }
            assertThat(inUse).containsOnly(0);
        } finally {
            pool.evictAll();
            given.dispatcher().executorService().shutdown();
        }
    }

    @Test
    void cookiesAreTakenFromAnswersOfEveryStatus() {
        try (TransportBench bench = new TransportBench()) {
            int[] all = {200, 302, 401, 404, 500};
            for (int status : all) {
                bench.answer(json(status, "[]").addHeader("Set-Cookie", "C" + status + "=v; Path=/"));
                bench.send(Channel.META_CONNECT).awaitFailure();
            }
            assertThat(bench.cookies.names()).containsExactly("C200", "C302", "C401", "C404", "C500");
        }
    }
}
