package io.github.multicloudcx.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server of bare sockets, for what a well-behaved one does not do. It serves one connection after the other. */
public final class ContentSocket implements AutoCloseable {
    private final ServerSocket server;
    private final Thread thread;

    /** What is done with a connection, which is closed afterwards. */
    public interface Conversation {
        void hold(InputStream in, OutputStream out) throws Exception;
    }

    public ContentSocket(Conversation conversation) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.thread = new Thread(() -> serve(conversation), "content-socket");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Conversation conversation) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                conversation.hold(socket.getInputStream(), socket.getOutputStream());
            } catch (Exception e) {
                // the other side went away, or the test is over
            }
        }
    }

    public String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** Reads up to the empty line. */
    public static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("no request");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        thread.interrupt();
    }
}
