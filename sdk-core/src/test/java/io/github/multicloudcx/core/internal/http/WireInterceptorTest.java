package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
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

    private final OkHttpClient client = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(new WireInterceptor())
            .build();

    @AfterEach
    void close() {
        client.connectionPool().evictAll();
    }

    @Test
    void theMarkIsSetOnceThereIsAConnection() throws IOException {
        server.enqueue(new MockResponse.Builder().build());
        RequestTag tag = new RequestTag(null);
        assertThat(tag.sent()).isFalse();
        send(server.url("/").toString(), tag).close();
        assertThat(tag.sent()).isTrue();
    }

    @Test
    void aConnectionThatIsRefusedLeavesItUnset() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        RequestTag tag = new RequestTag(null);
        assertThatThrownBy(() -> send("http://localhost:" + port + "/", tag)).isInstanceOf(IOException.class);
        assertThat(tag.sent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00"})
    void okHttpDoesNotRepeatAPostThatIsToBeRepeatedAtOnce(String wait) throws IOException {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", wait)
                .build());
        server.enqueue(new MockResponse.Builder().build());
        try (Response response = send(server.url("/").toString(), new RequestTag(null))) {
            assertThat(response.code()).isEqualTo(503);
            assertThat(response.header("Retry-After")).isNull();
            Response revealed = WireInterceptor.reveal(response);
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
        try (Response response = send(server.url("/").toString(), new RequestTag(null))) {
            assertThat(response.header("Retry-After")).isEqualTo("5");
            assertThat(WireInterceptor.reveal(response)).isSameAs(response);
        }
    }

    private Response send(String url, RequestTag tag) throws IOException {
        return client.newCall(new Request.Builder()
                        .url(url)
                        .post(RequestBody.create(new byte[] {1}, null))
                        .tag(RequestTag.class, tag)
                        .build())
                .execute();
    }
}
