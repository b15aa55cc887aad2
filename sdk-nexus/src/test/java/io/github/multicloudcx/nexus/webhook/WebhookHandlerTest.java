package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static io.github.multicloudcx.nexus.webhook.Given.bytes;
import static io.github.multicloudcx.nexus.webhook.Given.sample;
import static io.github.multicloudcx.nexus.webhook.Given.sms;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over sockets, where a sender does what it likes. */
@Timeout(60)
class WebhookHandlerTest {
    private final List<WebhookDelivery<WebhookMessage>> delivered = new CopyOnWriteArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile WebhookApplication<WebhookMessage> application = delivery -> WebhookOutcome.accepted();
    private final Endpoint endpoint = new Endpoint(delivery -> {
        delivered.add(delivery);
        return application.receive(delivery);
    });
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        go.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        endpoint.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
        socket.setSoTimeout(30_000);
        sockets.add(socket);
        return socket;
    }

    private static String head(String method, String headers) {
        return method + " /sms HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
    }

    private static String signed(byte[] body) {
        return "X-Hub-Signature: " + WEBHOOKS.sign(body) + "\r\nContent-Length: " + body.length + "\r\n";
    }

    private static void write(Socket socket, String head, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(US_ASCII));
        out.write(body);
        out.flush();
    }

    private Socket sent(byte[] body) throws IOException {
        Socket socket = connect();
        write(socket, head("POST", signed(body) + "Connection: close\r\n"), body);
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    @Test
    void aMessageIsAnsweredAsInTheSample() throws IOException {
        String answer = answer(sent(sample("webhook-sms.request")));
        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("Content-Type: application/json\r\n")
                .endsWith("\r\n\r\n{\"messageId\":\"1613474523265-0\"}");
        assertThat(delivered).hasSize(1);
    }

    @Test
    void anotherMethodIsToldWhichOneIsAllowed() throws IOException {
        Socket socket = connect();
        write(socket, head("GET", "Connection: close\r\n"), new byte[0]);
        assertThat(answer(socket)).startsWith("HTTP/1.1 405 ").contains("Allow: POST\r\n");
    }

    @Test
    void twoSignaturesAreRefusedWhateverTheCaseOfTheirNames() throws IOException {
        byte[] body = sms("1");
        Socket socket = connect();
        String second = "x-HUB-signature: " + WEBHOOKS.sign(body) + "\r\nConnection: close\r\n";
        write(socket, head("POST", signed(body) + second), body);
        assertThat(answer(socket)).startsWith("HTTP/1.1 403 ");
        assertThat(delivered).isEmpty();
    }

    @Test
    void aBodyInChunksIsReadAsOne() throws IOException {
        byte[] body = sms("1");
        Socket socket = connect();
        String head = head(
                "POST",
                "X-Hub-Signature: " + WEBHOOKS.sign(body) + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n");
        write(socket, head + "1\r\n{\r\n" + Integer.toHexString(body.length - 1) + "\r\n", new byte[0]);
        write(socket, "", java.util.Arrays.copyOfRange(body, 1, body.length));
        write(socket, "\r\n0\r\n\r\n", new byte[0]);
        assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void fiftyMegabytesAreRefusedWhenTheyAreAnnounced() throws IOException {
        Socket socket = connect();
        write(socket, head("POST", "Content-Length: 50000000\r\nConnection: close\r\n"), new byte[0]);
        byte[] line = socket.getInputStream().readNBytes(13);
        assertThat(new String(line, US_ASCII)).isEqualTo("HTTP/1.1 413 ");
    }

    @Test
    void fiftyMegabytesInChunksAreCutOffAndHoldNothingUp() throws IOException {
        Socket socket = connect();
        write(socket, head("POST", "Transfer-Encoding: chunked\r\n"), new byte[0]);
        byte[] chunk = new byte[1_000_000];
        int sent = 0;
        try {
            while (sent < 50) {
                write(socket, Integer.toHexString(chunk.length) + "\r\n", chunk);
                write(socket, "\r\n", new byte[0]);
                sent++;
            }
            assertThat(new String(socket.getInputStream().readNBytes(13), US_ASCII))
                    .isEqualTo("HTTP/1.1 413 ");
        } catch (IOException e) {
            assertThat(sent).as("megabytes before " + e).isGreaterThan(9);
        }
        assertThat(answer(sent(sms("1")))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void noThreadOfTheServerWaitsForTheApplication() throws Exception {
        CountDownLatch atWork = new CountDownLatch(8);
        application = delivery -> {
            atWork.countDown();
            go.await();
            return WebhookOutcome.accepted();
        };
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            senders.add(sent(sms("message " + i)));
        }
        assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
        Socket forged = connect();
        write(forged, head("POST", "Content-Length: 2\r\nConnection: close\r\n"), bytes("{}"));
        assertThat(answer(forged)).startsWith("HTTP/1.1 403 ");
        go.countDown();
        for (Socket sender : senders) {
            assertThat(answer(sender)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aSenderThatGoesAwayAndComesBackIsToldWhatBecameOfItsMessage() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        application = delivery -> {
            atWork.countDown();
            go.await();
            return WebhookOutcome.accepted();
        };
        Socket first = sent(sms("1"));
        assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
        first.close();
        Socket second = sent(sms("1"));
        go.countDown();
        assertThat(answer(second)).startsWith("HTTP/1.1 200 ").endsWith("{\"messageId\":\"1\"}");
        assertThat(answer(sent(sms("1")))).endsWith("{\"messageId\":\"1\"}");
        assertThat(delivered).hasSize(1);
    }

    @Test
    void aBodyThatBreaksOffIsNotDeliveredAndHoldsNothingUp() throws IOException {
        Socket broken = connect();
        byte[] body = sms("1");
        write(broken, head("POST", signed(body)), java.util.Arrays.copyOf(body, 20));
        broken.close();
        assertThat(answer(sent(body))).startsWith("HTTP/1.1 200 ");
        assertThat(delivered).hasSize(1);
    }

    @Test
    void noAnswerHoldsAStackTrace() throws IOException {
        application = delivery -> {
            throw new IllegalStateException("the password of the database");
        };
        for (byte[] body :
                List.of(sms("1"), bytes("no json"), bytes("{\"a\":".repeat(5000)), new byte[] {(byte) 0xff})) {
            try (Socket socket = sent(body);
                    InputStream in = socket.getInputStream()) {
                assertThat(new String(in.readAllBytes(), US_ASCII))
                        .doesNotContain("Exception")
                        .doesNotContain("at io.github")
                        .doesNotContain("password")
                        .matches("(?s)HTTP/1.1 (500|400) .*\\r\\n\\r\\n\\{\"message\":\"[A-Za-z; ]+\"}");
            }
        }
    }
}
