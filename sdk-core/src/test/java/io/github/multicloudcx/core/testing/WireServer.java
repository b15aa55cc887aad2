package io.github.multicloudcx.core.testing;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server with answers in a row, and the clients of one test. An unexpected request is answered 404 and counted. */
public final class WireServer implements AutoCloseable {
    public final MockWebServer server = new MockWebServer();
    public final FakeTime time = new FakeTime();
    private final List<CxClient> clients = new ArrayList<>();

    public WireServer() {
        this(server -> {});
    }

    public WireServer(Consumer<MockWebServer> settings) {
        QueueDispatcher dispatcher = new QueueDispatcher();
        dispatcher.setFailFast(true);
        server.setDispatcher(dispatcher);
        server.setServerSocketFactory(new NoDelay());
        settings.accept(server);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client of this server on the manual clock. */
    public CxClient client() {
        return client(builder -> builder);
    }

    public CxClient client(UnaryOperator<CxClientBuilder> settings) {
        CxClient client = settings.apply(CxClient.builder().baseUrl(url()).timeSource(time))
                .build();
        clients.add(client);
        return client;
    }

    public String url() {
        return server.url("/").toString();
    }

    public WireServer answer(int status, String body) {
        return answer(json(status, body));
    }

    public WireServer answer(MockResponse.Builder response) {
        server.enqueue(response.build());
        return this;
    }

    /** The connection is cut after the request was read. */
    public WireServer cut() {
        return answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    }

    /** The request is read and never answered. */
    public WireServer silence() {
        return answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    }

    public static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body);
    }

    public int count() {
        return server.getRequestCount();
    }

    public RecordedRequest take() {
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

    @Override
    public void close() {
        clients.forEach(CxClient::close);
        server.close();
    }

    /** Without this an answer takes 45 ms on a connection that is kept (Nagle and delayed acknowledgement). */
    private static final class NoDelay extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() {
            try {
                return new ServerSocket() {
                    @Override
                    public Socket accept() throws IOException {
                        Socket socket = super.accept();
                        socket.setTcpNoDelay(true);
                        return socket;
                    }
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, java.net.InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }
}
