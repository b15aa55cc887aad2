package io.github.multicloudcx.testsupport;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;

/**
 * A server with answers in a row and a connection that waits in no time; each module adds its own client.
 *
 * @param <W> the type of the module
 */
public abstract class TestWire<W extends TestWire<W>> implements AutoCloseable {
    public final MockWebServer server = new MockWebServer();
    public final CxClient cx;

    protected TestWire(RetryPolicy policy) {
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
    }

    protected abstract W self();

    public final W answer(int status, String body) {
        return answer(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body));
    }

    public final W answer(MockResponse.Builder response) {
        server.enqueue(response.build());
        return self();
    }

    public final W empty(int status) {
        return answer(new MockResponse.Builder().code(status));
    }

    public final String url(String path) {
        return server.url(path).toString();
    }

    /** The next request, its line without the version. */
    public final String line() {
        RecordedRequest request = take();
        return request.getMethod() + " " + request.getTarget();
    }

    public final RecordedRequest take() {
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

    public final int count() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        cx.close();
        server.close();
    }
}
