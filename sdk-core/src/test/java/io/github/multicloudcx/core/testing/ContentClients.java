package io.github.multicloudcx.core.testing;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import java.time.Duration;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.ConnectionPool;

/** Clients for tests, whose back-offs take no time. */
public final class ContentClients {
    private ContentClients() {}

    public static CxClientBuilder builder(MockWebServer server) {
        return CxClient.builder()
                .baseUrl(server.url("/").toString())
                .timeSource(new FakeTime())
                .readTimeout(Duration.ofSeconds(10));
    }

    public static CxClient client(MockWebServer server) {
        return builder(server).build();
    }

    /** Answers every request with 303 and a link made for it. */
    public static Dispatcher seeOther(Supplier<String> link) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .code(303)
                        .setHeader("Location", link.get())
                        .build();
            }
        };
    }

    /** Connections that carry an answer at this moment. */
    public static int busy(ConnectionPool pool) {
        return pool.connectionCount() - pool.idleConnectionCount();
    }

    public static MockResponse json(String body) {
        return json(200, body);
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
