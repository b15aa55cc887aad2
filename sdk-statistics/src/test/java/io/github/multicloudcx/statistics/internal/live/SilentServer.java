package io.github.multicloudcx.statistics.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A server that reads requests, never answers, and notices when the other side has ended the connection. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Semaphore requests = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);

    SilentServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable work) {
        LiveThreads.named("silent-server").newThread(work).start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                start(() -> listen(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void listen(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            if (in.read() != -1) {
                requests.release();
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // reset: it has ended just as well
        }
        ended.release();
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    int ended() {
        return ended.availablePermits();
    }

    void awaitRequests(int number) {
        await(requests, number, "requests");
    }

    void awaitEnded(int number) {
        await(ended, number, "ended connections");
    }

    private static void await(Semaphore counter, int number, String what) {
        try {
            assertThat(counter.tryAcquire(number, 20, TimeUnit.SECONDS))
                    .as(number + " " + what)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
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
