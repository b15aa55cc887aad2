package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Writes answers the way they are to be delivered. Waits end when the sandbox closes. */
final class Deliverer {
    private static final int CHUNK = 65_536;

    private final CountDownLatch closing;

    Deliverer(CountDownLatch closing) {
        this.closing = closing;
    }

    void deliver(Answer answer, Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        pause(answer.delivery().latency());
        switch (answer.delivery().kind()) {
            case WHOLE -> whole(answer, request, response, callback);
            case HUGE -> huge(answer, response, callback);
            case HANG -> hang(request, callback);
            case RESET -> reset(request, callback);
            case CUT -> cut(answer, request, response, callback);
        }
    }

    private void pause(Duration latency) throws InterruptedException {
        if (!latency.isZero()) {
            closing.await(latency.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static void head(Answer answer, Response response, long length) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, values) -> {
            response.getHeaders().remove(name);
            // one line each, because cookies cannot share one
            values.forEach(value -> response.getHeaders().add(name, value));
        });
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        if (!bodiless && !answer.headers().containsKey("Content-Length")) {
            response.getHeaders().put("Content-Length", length);
        }
    }

    private static void whole(Answer answer, Request request, Response response, Callback callback) throws IOException {
        head(answer, response, answer.body().length());
        if (HttpMethod.HEAD.is(request.getMethod())) {
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
            return;
        }
        answer.body().sendTo((piece, last) -> {
            if (last) {
                response.write(true, piece, callback);
            } else {
                Content.Sink.write(response, false, piece);
            }
        });
    }

    private static void huge(Answer answer, Response response, Callback callback) throws IOException {
        long length = answer.delivery().bytes();
        head(answer, response, length);
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) 'x');
        Content.Sink.write(response, false, ByteBuffer.wrap("\"".getBytes(StandardCharsets.US_ASCII)));
        for (long left = length - 2; left > 0; left -= CHUNK) {
            Content.Sink.write(response, false, ByteBuffer.wrap(chunk, 0, (int) Math.min(left, CHUNK)));
        }
        response.write(true, ByteBuffer.wrap("\"".getBytes(StandardCharsets.US_ASCII)), callback);
    }

    private void hang(Request request, Callback callback) throws IOException, InterruptedException {
        EndPoint connection = connection(request);
        while (connection.isOpen() && !closing.await(100, TimeUnit.MILLISECONDS)) {
            // nobody tells a server that the client has gone
        }
        reset(request, callback);
    }

    private static void cut(Answer answer, Request request, Response response, Callback callback) throws IOException {
        long whole = answer.body().length();
        if (answer.delivery().bytes() >= whole) {
            whole(answer, request, response, callback);
            return;
        }
        head(answer, response, whole);
        answer.body()
                .part(0, answer.delivery().bytes())
                .sendTo((piece, last) -> Content.Sink.write(response, false, piece));
        reset(request, callback);
    }

    /** Closing with nothing left to linger for sends RST in place of FIN. */
    private static void reset(Request request, Callback callback) throws IOException {
        EndPoint connection = connection(request);
        ((SocketChannel) connection.getTransport()).setOption(StandardSocketOptions.SO_LINGER, 0);
        connection.close();
        callback.failed(new EofException("Reset on demand"));
    }

    private static EndPoint connection(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }
}
