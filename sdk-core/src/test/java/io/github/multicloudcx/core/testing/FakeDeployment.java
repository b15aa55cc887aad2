package io.github.multicloudcx.core.testing;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.auth.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A token endpoint and everything else on one loopback port; it keeps what it was sent. */
public final class FakeDeployment implements AutoCloseable {
    /** The API key of {@link #client}. */
    public static final String API_KEY = "key-0123456789";

    private static final String TOKEN_PATH = "/oauth/token";

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> tokenRequests = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> calls = new CopyOnWriteArrayList<>();
    private final Queue<MockResponse> tokens = new ConcurrentLinkedQueue<>();
    private volatile Handler onToken = request -> tokens.remove();
    private volatile Handler onCall = request -> json(200, "{\"ok\":true}");

    /** Answers one request. */
    public interface Handler {
        MockResponse answer(RecordedRequest request) throws InterruptedException;
    }

    public FakeDeployment() {
        server.setServerSocketFactory(new NoDelay());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                boolean token = request.getTarget().endsWith(TOKEN_PATH);
                (token ? tokenRequests : calls).add(request);
                return (token ? onToken : onCall).answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers of the token endpoint, one after the other. */
    public FakeDeployment tokens(MockResponse... answers) {
        tokens.addAll(List.of(answers));
        return this;
    }

    public FakeDeployment onToken(Handler handler) {
        onToken = handler;
        return this;
    }

    public FakeDeployment onCall(Handler handler) {
        onCall = handler;
        return this;
    }

    public List<RecordedRequest> tokenRequests() {
        return tokenRequests;
    }

    /** Bodies of the token requests. */
    public List<String> forms() {
        return tokenRequests.stream().map(request -> request.getBody().utf8()).toList();
    }

    public List<RecordedRequest> calls() {
        return calls;
    }

    /** Authorization headers of everything but token requests. */
    public List<String> authorizations() {
        return calls.stream()
                .map(request -> String.valueOf(request.getHeaders().get("Authorization")))
                .toList();
    }

    public String url() {
        String url = server.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    public CxClientBuilder builder(FakeTime time) {
        return CxClient.builder().baseUrl(url()).apiKey(API_KEY).timeSource(time);
    }

    public CxClient client(Credentials credentials, FakeTime time) {
        return builder(time).credentials(credentials).build();
    }

    /** A JSON answer. */
    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** An access token that lives for an hour, without a refresh token. */
    public static MockResponse token(String accessToken) {
        return json(200, "{\"access_token\":\"" + accessToken + "\",\"expires_in\":3600,\"token_type\":\"bearer\"}");
    }

    /** An access token that lives for an hour, and a refresh token. */
    public static MockResponse token(String accessToken, String refreshToken) {
        return json(
                200,
                "{\"access_token\":\"" + accessToken + "\",\"refresh_token\":\"" + refreshToken
                        + "\",\"expires_in\":3600,\"scope\":\"*\",\"token_type\":\"bearer\"}");
    }

    /** An OAuth error. */
    public static MockResponse oauthError(int status, String error) {
        return json(status, "{\"error\":\"" + error + "\",\"error_description\":\"Bad credentials\"}");
    }

    @Override
    public void close() {
        server.close();
    }

    /** Nagle's algorithm costs 45 ms an answer. */
    private static final class NoDelay extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = super.accept();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket(port, 50);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            ServerSocket socket = createServerSocket();
            socket.bind(new InetSocketAddress(address, port), backlog);
            return socket;
        }
    }
}
