package io.github.multicloudcx.core.internal.pipeline;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.testing.WireRawServer;
import io.github.multicloudcx.core.testing.WireServer;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PipelineConnectionTest {
    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    private CxClient client(String baseUrl) {
        return server.client(builder -> builder.baseUrl(baseUrl));
    }

    private CxClient client(OkHttpClient okHttp, String baseUrl) {
        return server.client(builder -> builder.baseUrl(baseUrl).okHttpClient(okHttp));
    }

    private static CxException post(CxClient client) {
        Call<JsonNode> call = client.request().post("/things").returning(JsonNode.class);
        return catchThrowableOfType(CxException.class, call::execute);
    }

    private static CxException get(CxClient client) {
        Call<JsonNode> call = client.request().get("/things").returning(JsonNode.class);
        return catchThrowableOfType(CxException.class, call::execute);
    }

    /** Stages at which a server may cut a connection that was made. */
    private enum Stage {
        BEFORE_THE_REQUEST_IS_READ {
            @Override
            MockResponse.Builder answer() {
                return new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket());
            }
        },
        BEFORE_THE_ANSWER {
            @Override
            MockResponse.Builder answer() {
                return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
            }
        },
        IN_THE_MIDDLE_OF_THE_BODY {
            @Override
            MockResponse.Builder answer() {
                return json(200, "{\"a\":\"" + "x".repeat(100_000) + "\"}")
                        .onResponseBody(new SocketEffect.CloseSocket());
            }
        };

        abstract MockResponse.Builder answer();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aConnectionThatIsCutIsABrokenConnectionOfUnknownFateAndAPostIsNotRepeated(Stage stage) {
        server.answer(stage.answer());
        CxException e = post(server.client());
        assertThat(e).isInstanceOf(ConnectionException.class);
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(e)
                .hasMessageStartingWith("Broken connection to http://" + server.server.getHostName() + ":"
                        + server.server.getPort() + " (connection broken) for POST /things; it was cut while in use;"
                        + " it may have been carried out: check before repeating; 1 attempt");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aGetIsRepeatedAtWhicheverStageTheConnectionIsCut(Stage stage) {
        server.answer(stage.answer()).answer(200, "{}");
        assertThat(server.client()
                        .request()
                        .get("/x")
                        .returning(JsonNode.class)
                        .executeForResponse()
                        .attempts())
                .extracting(Attempt::outcome)
                .containsExactly("connection broken", "200");
    }

    @Test
    void aConnectionThatIsCutInTheMiddleOfTheHeadersIsBroken() {
        try (WireRawServer raw = new WireRawServer(true, "HTTP/1.1 200 OK\r\nContent-Type: appl")) {
            CxException e = post(client("http://127.0.0.1:" + raw.port()));
            assertThat(e).isInstanceOf(ConnectionException.class);
            assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
            assertThat(raw.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatDoesNotSpeakHttpIsABrokenConnection() {
        try (WireRawServer raw = new WireRawServer(true, "220 mail.example.com ESMTP\r\n")) {
            assertThat(post(client("http://127.0.0.1:" + raw.port()))).isInstanceOf(ConnectionException.class);
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        OkHttpClient noNames = new OkHttpClient.Builder()
                .dns(name -> {
                    throw new UnknownHostException(name);
                })
                .build();
        CxException e = post(client(noNames, "http://gapi.example.invalid"));
        assertThat(e)
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith(
                        "No connection to http://gapi.example.invalid:80 (unknown host) for POST /things;"
                                + " check the base URL and the name service; nothing was sent; 3 attempts");
        assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
    }

    @Test
    void aConnectTimeoutIsToldApartFromASilentServerAndIsRepeatedForAnyMethod() {
        OkHttpClient unreachable = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(9))
                .socketFactory(new Unreachable())
                .build();
        CxException e = post(client(unreachable, "http://127.0.0.1:9"));
        assertThat(e)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("(connect timeout)")
                .hasMessageContaining("not reachable within 9 s, check the base URL, proxy and firewall");
        assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
        assertThat(e.attempts()).hasSize(3);
    }

    @Test
    void aServerThatNeverAnswersATimeoutOfUnknownFateAndAPostIsNotRepeated() {
        server.silence().silence();
        CxException e = post(server.client(builder -> builder.readTimeout(Duration.ofMillis(200))));
        assertThat(e)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageStartingWith("No answer for POST /things; the server was silent for 200 ms;"
                        + " raise readTimeout if it needs longer; it may have been carried out");
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(e.attempts()).extracting(Attempt::outcome).containsExactly("no answer");
    }

    @Test
    void aGetIsRepeatedWhenTheServerDoesNotAnswer() {
        server.silence().answer(200, "{}");
        CxClient hasty = server.client(builder -> builder.readTimeout(Duration.ofMillis(200)));
        assertThat(hasty.request()
                        .get("/x")
                        .returning(JsonNode.class)
                        .executeForResponse()
                        .attempts())
                .hasSize(2);
    }

    @Test
    void theTotalTimeEndsARequestThatIsUnderWay() {
        server.silence();
        CxException e = get(server.client(builder -> builder.timeout(Duration.ofMillis(100))));
        assertThat(e)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageStartingWith("Out of time for GET /things; time over: the call had 100 ms;"
                        + " raise its timeout if it needs longer");
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void anotherAddressOfTheHostIsTriedBeforeTheAttemptFails() throws Exception {
        java.net.InetAddress dead = java.net.InetAddress.getByAddress("x", new byte[] {127, 0, 0, 77});
        Dns both = name -> List.of(dead, server.server.getSocketAddress().getAddress());
        server.answer(200, "{}");
        CxClient client =
                client(new OkHttpClient.Builder().dns(both).build(), "http://both.example:" + server.server.getPort());
        assertThat(client.request()
                        .post("/x")
                        .returningNothing()
                        .retryPolicy(RetryPolicy.none())
                        .executeForResponse()
                        .attempts())
                .hasSize(1);
    }

    /** Sockets whose connecting takes too long. */
    private static final class Unreachable extends SocketFactory {
        @Override
        public java.net.Socket createSocket() {
            return new java.net.Socket() {
                @Override
                public void connect(java.net.SocketAddress address, int timeout) throws java.io.IOException {
                    throw new SocketTimeoutException("connect timed out");
                }
            };
        }

        @Override
        public java.net.Socket createSocket(String host, int port) {
            return createSocket();
        }

        @Override
        public java.net.Socket createSocket(String host, int port, java.net.InetAddress local, int localPort) {
            return createSocket();
        }

        @Override
        public java.net.Socket createSocket(java.net.InetAddress host, int port) {
            return createSocket();
        }

        @Override
        public java.net.Socket createSocket(
                java.net.InetAddress host, int port, java.net.InetAddress local, int localPort) {
            return createSocket();
        }
    }
}
