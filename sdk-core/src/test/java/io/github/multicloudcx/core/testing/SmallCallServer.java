package io.github.multicloudcx.core.testing;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers every request of one client with the same small JSON, and keeps its connection and nothing else. */
public final class SmallCallServer implements AutoCloseable {
    private static final String LENGTH = "Content-Length:";
    private static final String ANSWER =
            "{\"status\":{\"code\":0},\"data\":{\"id\":7,\"title\":\"nightly\",\"progress\":42}}";
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + LENGTH + " " + ANSWER.length() + "\r\n\r\n";

    private final ContentSocket socket;

    public SmallCallServer() throws IOException {
        this.socket = new ContentSocket(SmallCallServer::talk);
    }

    private static void talk(InputStream in, OutputStream out) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        while (true) {
            readRequest(reader);
            ContentSocket.write(out, HEAD + ANSWER);
        }
    }

    private static void readRequest(BufferedReader reader) throws IOException {
        long length = 0;
        String line = line(reader);
        while (!line.isEmpty()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(line.substring(LENGTH.length()).trim());
            }
            line = line(reader);
        }
        for (long i = 0; i < length; i++) {
            reader.read();
        }
    }

    private static String line(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    public String url() {
        return socket.url();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
