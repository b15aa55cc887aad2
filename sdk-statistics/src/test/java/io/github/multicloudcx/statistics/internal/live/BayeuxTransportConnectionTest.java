package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.TransportBench.PATH;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.json;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.replies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CallTimeoutException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.cometd.bayeux.Channel;
import org.junit.jupiter.api.Test;

/** Whose connection the transport uses, and which cookies travel on it. */
class BayeuxTransportConnectionTest {
    /** A jar of the user, with one cookie of theirs. */
    private static final class Jar implements CookieJar {
        private final Map<String, Cookie> cookies = new ConcurrentHashMap<>();

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return List.copyOf(cookies.values());
        }

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> set) {
            set.forEach(cookie -> cookies.put(cookie.name(), cookie));
        }
    }

    private static MockResponse.Builder setting(String... cookies) {
        MockResponse.Builder answer = json(200, replies(Channel.META_HANDSHAKE));
        for (String cookie : cookies) {
            answer.addHeader("Set-Cookie", cookie);
        }
        return answer;
    }

    private static String cookies(TransportBench bench) {
        return bench.take().getHeaders().get("Cookie");
    }

    @Test
    void theCookiesOfTheSessionAreStoredAndSentWithEveryRequest() {
        try (TransportBench bench = new TransportBench()) {
            bench.answer(setting("STATISTICS_SESSIONID=abc; Path=/; HttpOnly", "AWSALB=node1; Path=/"));
            bench.send(Channel.META_HANDSHAKE).awaitMessages();
            bench.poll().poll();
            bench.exchange("/a/channel", replies("/a/channel"));
            assertThat(cookies(bench)).isNull();
            for (int i = 0; i < 3; i++) {
                assertThat(cookies(bench)).isEqualTo("STATISTICS_SESSIONID=abc; AWSALB=node1");
            }
        }
    }

    @Test
    void requestsOverRestInTheSameSessionCarryTheSameCookies() {
        try (TransportBench bench = new TransportBench()) {
            bench.answer(setting("STATISTICS_SESSIONID=abc; Path=/"));
            bench.send(Channel.META_HANDSHAKE).awaitMessages();
            bench.answer(200, "{}");
            bench.cx
                    .api(ApiFamily.STATISTICS)
                    .session(bench.cookies)
                    .envelope(Envelope.BARE)
                    .get("/rest")
                    .returningNothing()
                    .execute();
            assertThat(cookies(bench)).isNull();
            assertThat(cookies(bench)).isEqualTo("STATISTICS_SESSIONID=abc");
        }
    }

    @Test
    void nothingOfTheSessionGetsIntoTheCookieJarOfTheUserWhoseOwnCookiesAreSent() {
        Jar jar = new Jar();
        OkHttpClient given = new OkHttpClient.Builder().cookieJar(jar).build();
        try (TransportBench bench = new TransportBench(builder -> builder.okHttpClient(given))) {
            jar.cookies.put(
                    "theirs",
                    new Cookie.Builder()
                            .name("theirs")
                            .value("1")
                            .domain(bench.server.getHostName())
                            .build());
            bench.answer(setting("STATISTICS_SESSIONID=abc; Path=/"));
            bench.send(Channel.META_HANDSHAKE).awaitMessages();
            bench.poll();
            assertThat(cookies(bench)).isEqualTo("theirs=1");
            assertThat(cookies(bench)).isEqualTo("STATISTICS_SESSIONID=abc; theirs=1");
            assertThat(jar.cookies).containsOnlyKeys("theirs");
            assertThat(bench.cookies.names()).containsExactly("STATISTICS_SESSIONID");
        } finally {
            given.dispatcher().executorService().shutdown();
        }
    }

    @Test
    void aHeldPollOutlivesTheReadTimeoutThatOtherRequestsObey() {
        CountDownLatch said = new CountDownLatch(1);
        MockResponse answer = json(200, replies(Channel.META_CONNECT)).build();
        try (TransportBench bench = new TransportBench(builder -> builder.readTimeout(Duration.ofMillis(50)))) {
            bench.answer(request -> {
                said.await();
                return answer;
            });
            HeardBatch poll = bench.send(Channel.META_CONNECT);
            bench.take();
            bench.silence();
            assertThatThrownBy(() -> bench.cx
                            .api(ApiFamily.STATISTICS)
                            .get("/rest")
                            .returningNothing()
                            .retryPolicy(RetryPolicy.none())
                            .execute())
                    .isInstanceOf(CallTimeoutException.class);
            assertThat(poll.toldAnOutcome()).isFalse();
            said.countDown();
            assertThat(poll.awaitMessages()).hasSize(1);
        }
    }

    @Test
    void interceptorsOfTheUserTakePartAndTheClientOfTheUserStaysAsItWas() {
        List<String> seen = new CopyOnWriteArrayList<>();
        OkHttpClient given = new OkHttpClient.Builder()
                .readTimeout(Duration.ofMillis(1234))
                .addInterceptor(chain -> {
                    seen.add(chain.request().url().encodedPath());
                    return chain.proceed(chain.request()
                            .newBuilder()
                            .header("X-Of-The-User", "yes")
                            .build());
                })
                .build();
        try (TransportBench bench = new TransportBench(builder -> builder.okHttpClient(given))) {
            bench.poll();
            assertThat(bench.take().getHeaders().get("X-Of-The-User")).isEqualTo("yes");
            assertThat(seen).containsExactly(PATH + "/connect");
        }
        assertThat(given.interceptors()).hasSize(1);
        assertThat(given.networkInterceptors()).isEmpty();
        assertThat(given.followRedirects()).isTrue();
        assertThat(given.readTimeoutMillis()).isEqualTo(1234);
        assertThat(given.cookieJar()).isSameAs(CookieJar.NO_COOKIES);
        assertThat(given.dispatcher().getMaxRequestsPerHost()).isEqualTo(5);
        assertThat(given.dispatcher().executorService().isShutdown()).isFalse();
        given.dispatcher().executorService().shutdown();
    }

    @Test
    void theProxyOfTheUserIsUsed() {
        try (TransportBench proxied = new TransportBench()) {
            OkHttpClient given = new OkHttpClient.Builder()
                    .proxy(new Proxy(Proxy.Type.HTTP, proxied.server.getSocketAddress()))
                    .build();
            try (TransportBench bench = new TransportBench(builder ->
                    builder.okHttpClient(given).baseUrl("http://cometd.invalid").allowCleartext("cometd.invalid"))) {
                proxied.answer(200, replies(Channel.META_CONNECT));
                bench.send(Channel.META_CONNECT).awaitMessages();
                assertThat(proxied.target()).isEqualTo("http://cometd.invalid" + PATH + "/connect");
                assertThat(bench.server.getRequestCount()).isZero();
            } finally {
                given.dispatcher().executorService().shutdown();
            }
        }
    }

    @Test
    void manyPollsAtOnceAreNotHeldUpByTheLimitsOfOkHttp() {
        try (TransportBench bench = new TransportBench()) {
            for (int i = 0; i < 20; i++) {
                bench.silence();
                bench.send(Channel.META_CONNECT);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(bench.target()).isEqualTo(PATH + "/connect");
            }
        }
    }
}
