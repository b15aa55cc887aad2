package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.SessionCookies;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.testsupport.NoDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;

/** A transport on a manual timer, and a server with answers in a row: one row for tokens, one for everything else. */
final class TransportBench implements AutoCloseable {
    static final String API_KEY = "key-9f8e7d6c";
    static final String TOKEN = "token-5a4b3c2d";
    static final Duration NETWORK_DELAY = Duration.ofSeconds(10);
    static final String PATH = "/statistics/v3/notifications";

    private static final String TOKEN_PATH = "/auth/v3/oauth/token";

    private static final MockResponse UNEXPECTED =
            new MockResponse.Builder().code(404).build();

    final MockWebServer server = new MockWebServer();
    final Clock clock = new Clock();
    final ManualTimer timer = new ManualTimer();
    final ExecutorService io = Executors.newCachedThreadPool(LiveThreads.named("bench-io"));
    final SessionCookies cookies = new SessionCookies();
    final CxClient cx;
    final BayeuxTransport transport;
    private final Queue<Handler> answers = new ConcurrentLinkedQueue<>();
    private final Queue<MockResponse> tokens = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<RecordedRequest> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<RecordedRequest> tokenRequests = new LinkedBlockingQueue<>();

    TransportBench() {
        this("", builder -> builder);
    }

    TransportBench(UnaryOperator<CxClientBuilder> settings) {
        this("", settings);
    }

    TransportBench(String basePath, UnaryOperator<CxClientBuilder> settings) {
        server.setDispatcher(new Rows());
        server.setServerSocketFactory(new NoDelay());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cx = settings.apply(CxClient.builder()
                        .baseUrl(server.url("/") + basePath)
                        .apiKey(API_KEY)
                        .credentials(Credentials.bearer(TOKEN))
                        .timeSource(clock))
                .build();
        transport = new BayeuxTransport(
                cx.api(ApiFamily.STATISTICS).session(cookies).envelope(Envelope.BARE),
                cx.baseUrl(ApiFamily.STATISTICS) + BayeuxTransport.PATH,
                NETWORK_DELAY,
                io,
                timer);
        transport.init();
    }

    /** Answers one request. */
    interface Handler {
        MockResponse answer(RecordedRequest request) throws InterruptedException;
    }

    private final class Rows extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            if (request.getTarget().endsWith(TOKEN_PATH)) {
                tokenRequests.add(request);
                return tokens.remove();
            }
            Handler next = answers.poll();
            requests.add(request);
            return next == null ? UNEXPECTED : next.answer(request);
        }
    }

    TransportBench answer(int status, String body) {
        return answer(json(status, body));
    }

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body);
    }

    TransportBench answer(MockResponse.Builder response) {
        MockResponse answer = response.build();
        return answer(request -> answer);
    }

    TransportBench answer(Handler handler) {
        answers.add(handler);
        return this;
    }

    /** The request is read and never answered. */
    TransportBench silence() {
        return answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    }

    TransportBench token(String token) {
        return token(json(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"bearer\",\"expires_in\":3600}"));
    }

    TransportBench token(MockResponse.Builder response) {
        tokens.add(response.build());
        return this;
    }

    RecordedRequest take() {
        return taken(requests);
    }

    RecordedRequest takeTokenRequest() {
        return taken(tokenRequests);
    }

    private static RecordedRequest taken(BlockingQueue<RecordedRequest> row) {
        try {
            RecordedRequest request = row.poll(20, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request came");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The path of the next request. */
    String target() {
        return take().getTarget();
    }

    HeardBatch send(String... channels) {
        return send(new HeardBatch(), channels);
    }

    HeardBatch send(HeardBatch heard, String... channels) {
        return send(heard, Arrays.stream(channels).map(TransportBench::message).toList());
    }

    HeardBatch send(HeardBatch heard, List<Message.Mutable> messages) {
        transport.send(heard, messages);
        return heard;
    }

    static Message.Mutable message(String channel) {
        HashMapMessage message = new HashMapMessage();
        message.setChannel(channel);
        message.setId("1");
        return message;
    }

    /** An answer with successful replies. */
    static String replies(String... channels) {
        return Arrays.stream(channels)
                .map(channel -> "{\"channel\":\"" + channel + "\",\"id\":\"1\",\"successful\":true}")
                .toList()
                .toString();
    }

    /** An answer with a reply that brings advice. */
    static String reply(String channel, String advice) {
        return "[{\"channel\":\"" + channel + "\",\"id\":\"1\",\"successful\":true,\"advice\":" + advice + "}]";
    }

    /** Sends a message that is answered, and waits for the answer. */
    TransportBench exchange(String channel, String answer) {
        answer(200, answer);
        send(channel).awaitMessages();
        return this;
    }

    /** A poll is answered with nothing. */
    TransportBench poll() {
        return exchange(Channel.META_CONNECT, replies(Channel.META_CONNECT));
    }

    @Override
    public void close() {
        transport.terminate();
        io.shutdownNow();
        cx.close();
        server.close();
    }

    /** Stands still unless it is moved. */
    static final class Clock implements TimeSource {
        private final AtomicLong nanos = new AtomicLong();

        void advance(Duration duration) {
            nanos.addAndGet(duration.toNanos());
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-01-05T10:00:00Z").plusNanos(nanos.get());
        }

        @Override
        public long nanoTime() {
            return nanos.get();
        }

        @Override
        public void sleep(Duration duration) {
            advance(duration);
        }
    }
}
