package io.github.multicloudcx.core;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.testing.PipelineLog;
import io.github.multicloudcx.core.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

class SessionCookiesTest {
    private final SessionCookies cookies = new SessionCookies();

    private static MockResponse.Builder setting(int status, String... set) {
        MockResponse.Builder answer = json(status, "{}");
        for (String cookie : set) {
            answer.addHeader("Set-Cookie", cookie);
        }
        return answer;
    }

    private static Api api(CxClient cx, SessionCookies session) {
        return cx.api(ApiFamily.STATISTICS).envelope(Envelope.BARE).session(session);
    }

    private static Call<?> get(Api api) {
        return api.get("/x").returningJson().retryPolicy(RetryPolicy.none());
    }

    private static String sent(WireServer server) {
        return server.take().getHeaders().get("Cookie");
    }

    /** A jar that keeps everything and sends it anywhere. */
    private static final class Jar implements CookieJar {
        private final Map<String, Cookie> kept = new ConcurrentHashMap<>();

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return List.copyOf(kept.values());
        }

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> set) {
            set.forEach(cookie -> kept.put(cookie.name(), cookie));
        }
    }

    @Test
    void theySendWhatAnswersSet() {
        try (WireServer server = new WireServer()) {
            Api api = api(server.client(), cookies);
            server.answer(setting(200, "A=1; Path=/", "B=2; Path=/")).answer(setting(200, "A=3; Path=/"));
            server.answer(setting(200, "B=; Path=/; Max-Age=0")).answer(200, "{}");
            for (int i = 0; i < 4; i++) {
                get(api).execute();
            }
            assertThat(sent(server)).isNull();
            assertThat(sent(server)).isEqualTo("A=1; B=2");
            assertThat(sent(server)).isEqualTo("B=2; A=3");
            assertThat(sent(server)).isEqualTo("A=3");
            assertThat(cookies.names()).containsExactly("A");
            assertThat(cookies).hasToString("SessionCookies[A]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 500, 503})
    void refusalsSetCookiesToo(int status) {
        try (WireServer server = new WireServer()) {
            server.answer(setting(status, "A=1; Path=/"));
            assertThat(catchThrowableOfType(
                            CxException.class,
                            () -> get(api(server.client(), cookies)).execute()))
                    .isNotNull();
            assertThat(cookies.names()).containsExactly("A");
        }
    }

    @Test
    void twoSessionsAndRequestsWithoutOneKnowNothingOfEachOther() {
        SessionCookies others = new SessionCookies();
        try (WireServer server = new WireServer()) {
            CxClient cx = server.client();
            server.answer(setting(200, "A=1; Path=/")).answer(setting(200, "A=2; Path=/"));
            server.answer(200, "{}").answer(200, "{}").answer(200, "{}");
            get(api(cx, cookies)).execute();
            get(api(cx, others)).execute();
            get(api(cx, cookies)).execute();
            get(api(cx, others)).execute();
            get(cx.api(ApiFamily.STATISTICS).envelope(Envelope.BARE)).execute();
            assertThat(sent(server)).isNull();
            assertThat(sent(server)).isNull();
            assertThat(sent(server)).isEqualTo("A=1");
            assertThat(sent(server)).isEqualTo("A=2");
            assertThat(sent(server)).isNull();
        }
    }

    @Test
    void withACookieJarOfTheUserItsCookiesAreSentAndTheSessionStaysOutOfIt() {
        Jar jar = new Jar();
        OkHttpClient given = new OkHttpClient.Builder().cookieJar(jar).build();
        try (WireServer server = new WireServer()) {
            CxClient cx = server.client(builder -> builder.okHttpClient(given));
            server.answer(setting(200, "theirs=1; Path=/", "same=theirs; Path=/"));
            server.answer(setting(200, "ours=2; Path=/", "same=ours; Path=/"));
            server.answer(200, "{}").answer(200, "{}").answer(200, "{}");
            get(cx.api(ApiFamily.STATISTICS).envelope(Envelope.BARE)).execute();
            ApiResponse<?> answer = get(api(cx, cookies)).executeForResponse();
            get(api(cx, cookies)).execute();
            get(api(cx, new SessionCookies())).execute();
            get(cx.api(ApiFamily.STATISTICS).envelope(Envelope.BARE)).execute();

            assertThat(answer.headers().get("Set-Cookie"))
                    .as("the answer is whole")
                    .hasSize(2);
            assertThat(jar.kept).containsOnlyKeys("theirs", "same");
            assertThat(cookies.names()).containsExactly("ours", "same");
            assertThat(sent(server)).isNull();
            assertThat(sent(server).split("; ")).containsExactlyInAnyOrder("theirs=1", "same=theirs");
            assertThat(sent(server).split("; ")).containsExactlyInAnyOrder("theirs=1", "ours=2", "same=ours");
            assertThat(sent(server).split("; ")).containsExactlyInAnyOrder("theirs=1", "same=theirs");
            assertThat(sent(server).split("; ")).containsExactlyInAnyOrder("theirs=1", "same=theirs");
        } finally {
            given.dispatcher().executorService().shutdown();
        }
    }

    @Test
    void anInterceptorThatRewritesAnswersDoesNotLoseThem() {
        withInterceptor(
                chain -> {
                    Response answer = chain.proceed(chain.request());
                    return answer.newBuilder()
                            .request(new Request.Builder()
                                    .url(chain.request().url())
                                    .build())
                            .build();
                },
                "ours");
    }

    @Test
    void anInterceptorThatPutsAnAnswerOfItsOwnInPlaceSetsNone() {
        withInterceptor(chain -> {
            chain.proceed(chain.request()).close();
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("OK")
                    .body(ResponseBody.create("{}", MediaType.get("application/json")))
                    .build();
        });
    }

    private void withInterceptor(Interceptor interceptor, String... names) {
        OkHttpClient given =
                new OkHttpClient.Builder().addInterceptor(interceptor).build();
        try (WireServer server = new WireServer()) {
            CxClient cx = server.client(builder -> builder.okHttpClient(given));
            server.answer(setting(200, "ours=2; Path=/"));
            get(api(cx, cookies)).execute();
            assertThat(cookies.names()).containsExactly(names);
        } finally {
            given.dispatcher().executorService().shutdown();
            given.connectionPool().evictAll();
        }
    }

    @Test
    void cookiesOfASessionNeverGoToAnotherOrigin() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (WireServer server = new WireServer();
                WireServer storage = new WireServer()) {
            Api api = api(server.client(), cookies);
            server.answer(setting(200, "A=very-secret; Path=/"));
            get(api).execute();
            String link = storage.url() + "file";
            server.answer(new MockResponse.Builder().code(302).addHeader("Location", link));
            storage.answer(new MockResponse.Builder().body("content").addHeader("Set-Cookie", "theirs=1; Path=/"));
            api.get("/file").download().to(content).execute();
            assertThat(sent(server)).isNull();
            assertThat(sent(server)).isEqualTo("A=very-secret");
            assertThat(sent(storage)).isNull();
            assertThat(cookies.names()).as("links are no part of the session").containsExactly("A");
            assertThat(content).hasToString("content");
        }
    }

    @Test
    void clearedTheyBeginAnotherSession() {
        try (WireServer server = new WireServer()) {
            Api api = api(server.client(), cookies);
            server.answer(setting(200, "A=1; Path=/")).answer(200, "{}");
            get(api).execute();
            cookies.clear();
            get(api).execute();
            assertThat(sent(server)).isNull();
            assertThat(sent(server)).isNull();
            assertThat(cookies).hasToString("SessionCookies[]");
        }
    }

    @Test
    void theirValuesShowNowhere() {
        try (WireServer server = new WireServer();
                PipelineLog log = PipelineLog.open(Level.TRACE)) {
            Api api = api(server.client(), cookies);
            server.answer(setting(200, "A=value-4711-of-a; Path=/"));
            server.answer(json(500, "{\"message\":\"session value-4711-of-a is gone\"}")
                    .addHeader("Set-Cookie", "B=value-4712-of-b; Path=/"));
            server.answer(200, "value-4711-of-a is no JSON");
            ApiResponse<?> good = get(api).executeForResponse();
            StringWriter shown = new StringWriter();
            shown.append(good.toString()).append(cookies.toString()).append(api.toString());
            for (int i = 0; i < 2; i++) {
                CxException failure = catchThrowableOfType(CxException.class, () -> get(api).execute());
                failure.printStackTrace(new PrintWriter(shown));
            }
            assertThat(shown.toString()).contains("500").doesNotContain("value-4711-of-a", "value-4712-of-b");
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("Set-Cookie"))
                    .noneMatch(line -> line.contains("value-4711-of-a") || line.contains("value-4712-of-b"));
        }
    }

    @Test
    void aSessionIsRequired() {
        try (WireServer server = new WireServer()) {
            Api api = server.client().api(ApiFamily.STATISTICS);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.session(null))
                    .withMessage("session is required");
        }
    }
}
