package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WireInterceptorTest {
    @StartStop
    public final MockWebServer server = new MockWebServer();

    private final Watcher watcher = new Watcher();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(new WireInterceptor(watcher))
            .build();

    @AfterEach
    void close() {
        client.connectionPool().evictAll();
        watcher.close();
    }

    @Test
    void theMarkIsSetOnceThereIsAConnection() throws IOException {
        server.enqueue(new MockResponse.Builder().build());
        Errand errand = new Errand(null, null);
        assertThat(errand.sent()).isFalse();
        send(server.url("/").toString(), errand).close();
        assertThat(errand.sent()).isTrue();
    }

    @Test
    void aConnectionThatIsRefusedLeavesItUnset() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Errand errand = new Errand(null, null);
        assertThatThrownBy(() -> send("http://localhost:" + port + "/", errand)).isInstanceOf(IOException.class);
        assertThat(errand.sent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00"})
    void okHttpDoesNotRepeatAPostThatIsToBeRepeatedAtOnce(String wait) throws IOException {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", wait)
                .build());
        server.enqueue(new MockResponse.Builder().build());
        try (Response response = send(server.url("/").toString(), new Errand(null, null))) {
            assertThat(response.code()).isEqualTo(503);
            assertThat(response.header("Retry-After")).isNull();
            Response revealed = WireInterceptor.reveal(new Errand(null, null), response);
            assertThat(revealed.header("Retry-After")).isEqualTo(wait);
            assertThat(revealed.headers().names()).doesNotContain("X-Cx-Hidden-Retry-After");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anotherWaitIsLeftAlone() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "5")
                .build());
        try (Response response = send(server.url("/").toString(), new Errand(null, null))) {
            assertThat(response.header("Retry-After")).isEqualTo("5");
            assertThat(WireInterceptor.reveal(new Errand(null, null), response)).isSameAs(response);
        }
    }

    private Response send(String url, Errand errand) throws IOException {
        Call call = client.newCall(new Request.Builder()
                .url(url)
                .post(RequestBody.create(new byte[] {1}, null))
                .build());
        try (Watcher.Watch watch = watcher.watch(call, null, errand)) {
            return watch.call().execute();
        }
    }
}
