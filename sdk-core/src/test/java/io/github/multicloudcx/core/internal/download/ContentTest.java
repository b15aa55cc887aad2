package io.github.multicloudcx.core.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.testing.ContentClients;
import io.github.multicloudcx.core.testing.ContentStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContentTest {
    private static final byte[] CONTENT = ContentStorage.bytes(10_000, 1);

    @StartStop
    public final MockWebServer api = new MockWebServer();

    @StartStop
    public final MockWebServer store = new MockWebServer();

    private final ContentStorage storage = new ContentStorage(CONTENT, "\"v1\"");

    @Test
    void nothingOfOursGoesToTheOtherOrigin() throws InterruptedException {
        store.setDispatcher(storage.breakAt(5_000));
        api.setDispatcher(ContentClients.seeOther(() -> store.url("/x?sig=1").toString()));
        try (CxClient client = ContentClients.builder(api)
                .okHttpClient(talkative())
                .apiKey("the-api-key")
                .credentials(Credentials.bearer("the-token"))
                .build()) {
            assertThat(save(client)).isEqualTo(CONTENT);
        }

        RecordedRequest own = api.takeRequest();
        assertThat(own.getHeaders().names())
                .contains("Authorization", "x-api-key", "Cookie", "X-B3-TraceId", "X-Tenant", "X-Network");
        assertThat(own.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThat(storage.requests().get(0).names())
                .containsExactlyInAnyOrder("Host", "Connection", "User-Agent", "Accept-Encoding");
        assertThat(storage.requests().get(1).names())
                .containsExactlyInAnyOrder("Host", "Connection", "User-Agent", "Accept-Encoding", "Range", "If-Range");
        for (Headers request : storage.requests()) {
            assertThat(request.get("Accept-Encoding")).isEqualTo("identity");
            assertThat(request.get("User-Agent")).startsWith("okhttp");
        }
    }

    @Test
    void contentMayComeFromTheApiItself() throws InterruptedException {
        api.setDispatcher(storage.breakAt(5_000));
        try (CxClient client = ContentClients.builder(api).apiKey("the-api-key").build()) {
            assertThat(save(client)).isEqualTo(CONTENT);
        }
        assertThat(storage.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.get("x-api-key")).isEqualTo("the-api-key");
            assertThat(request.get("Accept")).isEqualTo("application/json");
            assertThat(request.get("Accept-Encoding")).isEqualTo("identity");
        });
        assertThat(storage.requests().get(1).get("Range")).isEqualTo("bytes=5000-");
        assertThat(storage.requests().get(1).get("If-Range")).isEqualTo("\"v1\"");
    }

    @Test
    void aRelativeLinkIsFollowedWithoutCredentialsToo() throws InterruptedException {
        api.enqueue(redirect("/elsewhere?sig=1"));
        api.enqueue(new MockResponse.Builder().body("content").build());
        try (CxClient client = ContentClients.builder(api).apiKey("the-api-key").build()) {
            assertThat(save(client)).asString().isEqualTo("content");
        }
        api.takeRequest();
        RecordedRequest bare = api.takeRequest();
        assertThat(bare.getTarget()).isEqualTo("/elsewhere?sig=1");
        assertThat(bare.getHeaders().get("x-api-key")).isNull();
    }

    @Test
    void aStorageThatRedirectsIsFollowed() {
        store.setDispatcher(
                storage.answer(redirect(store.url("/other-region?sig=2").toString())));
        api.setDispatcher(ContentClients.seeOther(() -> store.url("/x?sig=1").toString()));
        try (CxClient client = ContentClients.client(api)) {
            assertThat(save(client)).isEqualTo(CONTENT);
        }
        assertThat(storage.requests()).hasSize(2);
    }

    @Test
    void redirectsInCirclesEnd() {
        store.setDispatcher(ContentClients.seeOther(() -> store.url("/x").toString()));
        api.setDispatcher(ContentClients.seeOther(() -> store.url("/x").toString()));
        try (CxClient client = ContentClients.client(api)) {
            assertThatThrownBy(() -> save(client))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("in circles");
        }
        assertThat(store.getRequestCount()).isEqualTo(5);
    }

    @Test
    void aRedirectWithoutLocationIsAnError() {
        api.enqueue(new MockResponse.Builder().code(303).build());
        try (CxClient client = ContentClients.client(api)) {
            assertThatThrownBy(() -> save(client))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("the redirect 303 has no usable Location header")
                    .hasMessageContaining("GET /files/{name}");
        }
    }

    @Test
    void aLinkFromHttpsToPlainHttpIsRefused() throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        store.setDispatcher(storage);
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(trust.sslSocketFactory());
            secure.start();
            secure.setDispatcher(
                    ContentClients.seeOther(() -> store.url("/x?sig=SIGNED").toString()));
            OkHttpClient trusting = new OkHttpClient.Builder()
                    .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                    .build();
            try (CxClient client =
                    ContentClients.builder(secure).okHttpClient(trusting).build()) {
                assertThatThrownBy(() -> save(client))
                        .isInstanceOf(DownloadException.class)
                        .hasMessageContaining("plain http")
                        .hasMessageNotContaining("SIGNED");
            }
        }
        assertThat(storage.requests()).isEmpty();
    }

    @Test
    void aRefusalOfTheApiIsThrownAsItIs() {
        api.enqueue(ContentClients.json(403, "{\"message\":\"Forbidden\"}"));
        try (CxClient client = ContentClients.client(api)) {
            assertThatThrownBy(() -> save(client)).isInstanceOf(ForbiddenException.class);
        }
    }

    private static byte[] save(CxClient client) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long size = client.request()
                .get("/files/{name}")
                .path("name", "x")
                .download()
                .to(out)
                .execute();
        assertThat(size).isEqualTo(out.size());
        return out.toByteArray();
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(307)
                .setHeader("Location", location)
                .build();
    }

    /** A client of the user that adds to every request whatever can be added. */
    private static OkHttpClient talkative() {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Tenant", "t").build()))
                .addNetworkInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Network", "n").build()))
                .authenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Authorization", "Basic user")
                        .build())
                .cookieJar(new CookieJar() {
                    @Override
                    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}

                    @Override
                    public List<Cookie> loadForRequest(HttpUrl url) {
                        return List.of(new Cookie.Builder()
                                .name("session")
                                .value("s")
                                .domain("localhost")
                                .build());
                    }
                })
                .build();
    }
}
