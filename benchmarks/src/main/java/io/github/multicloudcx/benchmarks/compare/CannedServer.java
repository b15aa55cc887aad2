package io.github.multicloudcx.benchmarks.compare;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that answers with canned bytes as fast as a thread for each connection can: it looks at the path and skips the
 * rest. {@code /connections} and {@code /tokens} tell how many connections were made and tokens were asked for.
 */
public final class CannedServer {
    private static final byte[] STATISTICS = Canned.statistics();
    private static final byte[] PAGE = Canned.page();
    private static final byte[] JOB = Canned.job();
    private static final byte[] BLOCK = new byte[64 * 1024];
    private static final long TOKEN_MILLIS = 100;

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();

    private CannedServer() {}

    /** Prints its address and serves until its input ends. */
    public static void main(String[] args) throws IOException {
        CannedServer server = new CannedServer();
        ServerSocket listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(() -> server.accept(listener), "accept");
        accepting.setDaemon(true);
        accepting.start();
        System.out.println("url=http://127.0.0.1:" + listener.getLocalPort() + "\n");
        while (System.in.read() >= 0) {
            // until whoever started it has ended
        }
    }

    private void accept(ServerSocket listener) {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                connections.incrementAndGet();
                Thread thread = new Thread(() -> talk(socket), "connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void talk(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024)) {
            String line = line(in);
            while (line != null) {
                skip(in);
                answer(line.split(" ")[1], out);
                out.flush();
                line = line(in);
            }
        } catch (IOException e) {
            // the other side has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void skip(InputStream in) throws IOException {
        int length = 0;
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        in.skipNBytes(length);
    }

    private void answer(String target, OutputStream out) throws IOException, InterruptedException {
        if (target.startsWith(Canned.STATISTICS)) {
            whole(out, STATISTICS);
        } else if (target.startsWith(Canned.JOBS + "?size=")) {
            whole(out, PAGE);
        } else if (target.startsWith(Canned.JOBS)) {
            stream(out);
        } else if (target.endsWith("/oauth/token")) {
            Thread.sleep(TOKEN_MILLIS);
            tokens.incrementAndGet();
            whole(
                    out,
                    Canned.bytes("{\"access_token\":\"" + Canned.TOKEN
                            + "\",\"token_type\":\"bearer\",\"expires_in\":3600}"));
        } else if (target.startsWith("/file/")) {
            file(out, Long.parseLong(target.substring("/file/".length())));
        } else if (target.equals("/connections")) {
            whole(out, Canned.bytes(connections.toString()));
        } else {
            whole(out, Canned.bytes(tokens.toString()));
        }
    }

    private static void whole(OutputStream out, byte[] body) throws IOException {
        head(out, "application/json", "Content-Length: " + body.length);
        out.write(body);
    }

    private static void file(OutputStream out, long length) throws IOException {
        head(out, "application/octet-stream", "Content-Length: " + length + "\r\nETag: \"canned\"");
        for (long left = length; left > 0; left -= BLOCK.length) {
            out.write(BLOCK, 0, (int) Math.min(left, BLOCK.length));
        }
    }

    private static void stream(OutputStream out) throws IOException {
        long length = "{\"items\":[]}".length() + (long) Canned.STREAM * (JOB.length + 1) - 1;
        head(out, "application/json", "Content-Length: " + length);
        out.write(Canned.bytes("{\"items\":["));
        for (int i = 0; i < Canned.STREAM; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(JOB);
        }
        out.write(Canned.bytes("]}"));
    }

    private static void head(OutputStream out, String type, String length) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }
}
