package io.github.multicloudcx.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.testing.ContentClients;
import io.github.multicloudcx.core.testing.ContentSocket;
import io.github.multicloudcx.core.testing.FakeTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UploadRepeatTest {
    private static final String CONTENT = "the content";
    private static final int LARGE = 8 * 1024 * 1024;

    @StartStop
    public final MockWebServer server = new MockWebServer();

    @TempDir
    Path directory;

    private CxClient client;

    @BeforeEach
    void connect() {
        client = ContentClients.client(server);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private void ok() {
        server.enqueue(new MockResponse.Builder().code(204).build());
    }

    private static Call<?> call(CxClient client, Upload upload) {
        return client.request().post("/media").multipart("file", upload).returningNothing();
    }

    private static void send(CxClient client, Upload upload) {
        call(client, upload).execute();
    }

    private static InputStream stream() {
        return new ByteArrayInputStream(CONTENT.getBytes(UTF_8));
    }

    /** Cuts the first connection in the middle of the body and reads the second to its end. */
    private static ContentSocket cutting(List<Long> received) throws IOException {
        return new ContentSocket((in, out) -> {
            String head = ContentSocket.head(in);
            long due = Long.parseLong(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
            if (received.isEmpty()) {
                received.add((long) in.readNBytes(100_000).length);
                return;
            }
            received.add((long) in.readNBytes((int) due).length);
            ContentSocket.write(out, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        });
    }

    private static CxClient client(ContentSocket socket) {
        return CxClient.builder()
                .baseUrl(socket.url())
                .timeSource(new FakeTime())
                .build();
    }

    @Test
    void aPutOfAFileThatIsCutInTheMiddleOfItsBodyIsSentAgainFromItsBeginning() throws Exception {
        Upload file = Upload.file(Files.write(directory.resolve("photo.png"), new byte[LARGE]));
        List<Long> received = new CopyOnWriteArrayList<>();
        try (ContentSocket socket = cutting(received);
                CxClient other = client(socket)) {
            List<Attempt> attempts = other.request()
                    .put("/media/{id}")
                    .path("id", 1)
                    .multipart("file", file)
                    .returningNothing()
                    .executeForResponse()
                    .attempts();
            assertThat(attempts).extracting(Attempt::outcome).containsExactly("connection broken", "204");
        }
        assertThat(received).hasSize(2);
        assertThat(received.get(1)).isGreaterThan(LARGE);
    }

    @Test
    void aPostOfAFileThatIsCutInTheMiddleOfItsBodyIsNotRepeated() throws Exception {
        Upload file = Upload.file(Files.write(directory.resolve("photo.png"), new byte[LARGE]));
        List<Long> received = new CopyOnWriteArrayList<>();
        try (ContentSocket socket = cutting(received);
                CxClient other = client(socket)) {
            assertThatThrownBy(() -> send(other, file))
                    .isInstanceOfSatisfying(
                            ConnectionException.class, e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void aFileIsSentAgainAfterABrokenAttempt() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "1")
                .build());
        ok();
        send(client, Upload.file(Files.writeString(directory.resolve("photo.png"), CONTENT)));
        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8()).contains("\r\n\r\n" + CONTENT + "\r\n--");
    }

    @Test
    void aStreamIsNotSentAgainOnceItWasBegun() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "1")
                .build());
        ok();
        assertThatThrownBy(() -> send(client, Upload.stream("s.bin", stream(), -1)))
                .isInstanceOf(CxException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aStreamIsTriedAgainWhenNothingOfItWasSent() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        AtomicInteger attempts = new AtomicInteger();
        try (CxClient other = ContentClients.builder(server)
                .baseUrl("http://localhost:" + port)
                .build()) {
            InputStream untouched = new InputStream() {
                @Override
                public int read() {
                    throw new AssertionError("nothing could be sent");
                }
            };
            assertThatThrownBy(() -> send(other, Upload.stream("s.bin", untouched, -1)))
                    .isInstanceOfSatisfying(CxException.class, e -> {
                        attempts.set(e.attempts().size());
                        assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
                    });
        }
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aStreamThatWasSentIsNotSentEmptyASecondTime() {
        ok();
        Call<?> call = call(client, Upload.stream("s.bin", stream(), -1));
        call.execute();
        assertThatThrownBy(call::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The stream of s.bin has been sent already; make a new Upload");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
