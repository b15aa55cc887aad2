package io.github.multicloudcx.nexus;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;

/** A server with answers in a row and a client that waits in no time. */
public final class Wire implements AutoCloseable {
    public final MockWebServer server = new MockWebServer();
    public final CxClient cx;
    public final NexusClient nexus;

    public Wire() {
        this(RetryPolicy.none());
    }

    public Wire(RetryPolicy policy) {
        QueueDispatcher dispatcher = new QueueDispatcher();
        dispatcher.setFailFast(true);
        server.setDispatcher(dispatcher);
        server.setServerSocketFactory(new NoDelay());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cx = CxClient.builder()
                .baseUrl(server.url("/").toString())
                .apiKey("test-key")
                .credentials(Credentials.bearer("test-token"))
                .failOnUnknownFields(true)
                .retryPolicy(policy)
                .timeSource(new JumpingTime())
                .build();
        nexus = NexusClient.create(cx);
    }

    public Wire answer(int status, String body) {
        return answer(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body));
    }

    public Wire answer(MockResponse.Builder response) {
        server.enqueue(response.build());
        return this;
    }

    public Wire empty(int status) {
        return answer(new MockResponse.Builder().code(status));
    }

    public String url(String path) {
        return server.url(path).toString();
    }

    /** The next request, its line without the version. */
    public String line() {
        RecordedRequest request = take();
        return request.getMethod() + " " + request.getTarget();
    }

    public RecordedRequest take() {
        try {
            RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request came");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int count() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        cx.close();
        server.close();
    }

    /** Sleeping moves the clock and takes no time. */
    private static final class JumpingTime implements TimeSource {
        private final AtomicLong nanos = new AtomicLong();

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
            nanos.addAndGet(duration.toNanos());
        }
    }
}
