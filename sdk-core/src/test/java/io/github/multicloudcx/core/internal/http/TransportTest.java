package io.github.multicloudcx.core.internal.http;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.testing.ContentSocket;
import io.github.multicloudcx.core.testing.WireServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Cache;
import okhttp3.ConnectionPool;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TransportTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final WireServer server = new WireServer();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        server.close();
    }

    private CxClient client(OkHttpClient okHttp) {
        return server.client(
                builder -> builder.okHttpClient(okHttp).apiKey("the-key").credentials(Credentials.bearer("the-token")));
    }

    private static void get(CxClient client) {
        client.request().get("/x").returningNothing().execute();
    }

    /** Keeps one cookie. */
    private static final class OneCookie implements CookieJar {
        private final List<Cookie> kept = new ArrayList<>();

        @Override
        public synchronized void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            kept.addAll(cookies);
        }

        @Override
        public synchronized List<Cookie> loadForRequest(HttpUrl url) {
            return List.copyOf(kept);
        }
    }

    @Test
    void aClientWithOneOfEachIsKeptWhereItHelpsAndLeftOutWhereItHarms() {
        AtomicInteger application = new AtomicInteger();
        AtomicInteger network = new AtomicInteger();
        AtomicInteger authenticated = new AtomicInteger();
        OkHttpClient given = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    application.incrementAndGet();
                    return chain.proceed(chain.request()
                            .newBuilder()
                            .header("X-Application", "1")
                            .build());
                })
                .addNetworkInterceptor(chain -> {
                    network.incrementAndGet();
                    return chain.proceed(chain.request()
                            .newBuilder()
                            .header("X-Network", "1")
                            .build());
                })
                .authenticator((route, response) -> {
                    authenticated.incrementAndGet();
                    return response.request()
                            .newBuilder()
                            .header("X-Again", "1")
                            .build();
                })
                .cache(new Cache(directory.toFile(), 1_000_000))
                .cookieJar(new OneCookie())
                .proxy(server.server.getProxyAddress())
                .build();
        CxClient client = server.client(builder -> builder.okHttpClient(given)
                .baseUrl("http://deployment.example")
                .allowCleartext("deployment.example")
                .apiKey("the-key"));
        server.answer(json(200, "{}").addHeader("Cache-Control", "max-age=600").addHeader("Set-Cookie", "a=b"));
        server.answer(json(200, "{}").addHeader("Cache-Control", "max-age=600"));
        server.answer(401, "{}");
        get(client);
        get(client);
        catchThrowableOfType(UnauthorizedException.class, () -> get(client));
        assertThat(server.count()).isEqualTo(3);
        RecordedRequest first = server.take();
        assertThat(first.getTarget()).isEqualTo("http://deployment.example/x");
        assertThat(first.getHeaders().get("X-Application")).isEqualTo("1");
        assertThat(first.getHeaders().get("X-Network")).isEqualTo("1");
        assertThat(first.getHeaders().get("Cookie")).isNull();
        assertThat(server.take().getHeaders().get("Cookie")).isEqualTo("a=b");
        assertThat(application).hasValue(3);
        assertThat(network).hasValue(3);
        assertThat(authenticated).hasValue(0);
        assertThat(given.cache().requestCount()).isZero();
    }

    @Test
    void theDispatcherOfTheGivenClientIsNotTouched() {
        OkHttpClient given = new OkHttpClient();
        int requests = given.dispatcher().getMaxRequests();
        int perHost = given.dispatcher().getMaxRequestsPerHost();
        server.answer(200, "{}");
        get(client(given));
        assertThat(given.dispatcher().getMaxRequests()).isEqualTo(requests);
        assertThat(given.dispatcher().getMaxRequestsPerHost()).isEqualTo(perHost);
        assertThat(given.followRedirects()).isTrue();
        assertThat(given.networkInterceptors()).isEmpty();
    }

    @Test
    void closingOursDoesNotCloseTheGivenClient() throws Exception {
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient given = new OkHttpClient.Builder().connectionPool(pool).build();
        server.answer(200, "{}").answer(200, "{}");
        CxClient client = client(given);
        get(client);
        assertThat(pool.connectionCount()).isEqualTo(1);
        client.close();
        assertThat(pool.connectionCount()).isEqualTo(1);
        assertThat(given.dispatcher().executorService().isShutdown()).isFalse();
        try (Response response =
                given.newCall(new Request.Builder().url(server.url()).build()).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        given.dispatcher().executorService().shutdown();
        assertThat(given.dispatcher().executorService().awaitTermination(10, TimeUnit.SECONDS))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedEvenWhenTheGivenClientFollowsThem(int status) {
        try (WireServer elsewhere = new WireServer()) {
            elsewhere.answer(200, "{}");
            server.answer(json(status, "{}").addHeader("Location", elsewhere.url() + "x?signature=abc"));
            ApiException e = catchThrowableOfType(ApiException.class, () -> get(client(new OkHttpClient())));
            assertThat(e.status()).isEqualTo(status);
            assertThat(e).message().doesNotContain("signature");
            assertThat(elsewhere.count()).isZero();
            assertThat(server.take().getHeaders().get("x-api-key")).isEqualTo("the-key");
        }
    }

    @Test
    void aConnectionThatDiedWhileIdleIsNotUsedToSendAPostTwice() {
        server.answer(json(200, "{}"));
        server.answer(new MockResponse.Builder().onResponseStart(new mockwebserver3.SocketEffect.CloseSocket()));
        server.answer(200, "{}");
        CxClient client = server.client();
        get(client);
        catchThrowableOfType(
                RuntimeException.class,
                () -> client.request().post("/x").returningNothing().execute());
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void theTimeoutsOfTheGivenClientCount() {
        OkHttpClient given = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(3))
                .readTimeout(Duration.ofSeconds(4))
                .build();
        Transport.Limits limits = new Transport.Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), 8);
        try (Transport ofGiven = new Transport(given, limits);
                Transport own = new Transport(null, limits)) {
            assertThat(ofGiven.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(ofGiven.readTimeout()).isEqualTo(Duration.ofSeconds(4));
            assertThat(own.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
            assertThat(own.readTimeout()).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void aTimeoutOfWholeCallsInTheGivenClientWouldCutStreamsAndDoesNotCount() {
        OkHttpClient given =
                new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(5)).build();
        Request request = new Request.Builder().url(server.url()).build();
        try (Transport transport =
                new Transport(given, new Transport.Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), 8))) {
            for (Watcher.Watch watch : List.of(
                    transport.deployment(request, null, false, LONG),
                    transport.deployment(request, null, true, LONG),
                    transport.elsewhere(request, LONG))) {
                assertThat(watch.call().timeout().timeoutNanos()).isZero();
                watch.close();
            }
        }
    }

    @Test
    void closingOursClosesTheConnectionsThatAreKept() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (ContentSocket socket = new ContentSocket((in, out) -> {
            ContentSocket.head(in);
            ContentSocket.write(out, "HTTP/1.1 204 No Content\r\n\r\n");
            if (in.read() == -1) {
                closed.countDown();
            }
        })) {
            CxClient ours = CxClient.builder().baseUrl(socket.url()).build();
            ours.request().get("/x").returningNothing().execute();
            ours.close();
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void linksElsewhereSeeNeitherInterceptorsNorCookies() throws Exception {
        OneCookie jar = new OneCookie();
        jar.saveFromResponse(
                HttpUrl.get(server.url()),
                List.of(new Cookie.Builder()
                        .name("a")
                        .value("b")
                        .domain("x.example")
                        .build()));
        OkHttpClient given = new OkHttpClient.Builder()
                .cookieJar(jar)
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-A", "1").build()))
                .addNetworkInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-N", "1").build()))
                .build();
        server.answer(200, "{}").answer(200, "{}");
        Request request = new Request.Builder().url(server.url()).build();
        try (Transport transport =
                new Transport(given, new Transport.Limits(Duration.ofSeconds(9), Duration.ofSeconds(9), 8))) {
            try (Watcher.Watch elsewhere = transport.elsewhere(request, LONG);
                    Watcher.Watch here = transport.deployment(request, null, false, LONG)) {
                transport.send(elsewhere).close();
                transport.send(here).close();
            }
        }
        assertThat(server.take().getHeaders().names()).doesNotContain("X-A", "X-N", "Cookie");
        assertThat(server.take().getHeaders().names()).contains("X-A", "X-N", "Cookie");
    }
}
