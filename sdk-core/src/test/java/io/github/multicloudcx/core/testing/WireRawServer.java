package io.github.multicloudcx.core.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server for what no HTTP server does: it says given bytes, or nothing, and cuts the connection. */
public final class WireRawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final AtomicInteger connections = new AtomicInteger();
    private final String said;
    private final boolean readsRequest;

    public WireRawServer(boolean readsRequest, String said) {
        this.readsRequest = readsRequest;
        this.said = said;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                connections.incrementAndGet();
                talk(socket);
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        if (readsRequest) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
        }
        socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    public int connections() {
        return connections.get();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** A port of this machine on which nobody listens. */
    public static int deadPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
