package io.github.multicloudcx.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.testing.ContentClients;
import io.github.multicloudcx.core.testing.ContentSocket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UploadTest {
    private static final String CONTENT = "the content";

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

    @Test
    void aFileGoesUnderItsOwnName() throws Exception {
        ok();
        send(Upload.file(file()).contentType("image/png"));
        assertWire("photo.png", "image/png", CONTENT);
    }

    @Test
    void bytesGoUnderTheNameTheyAreGiven() throws Exception {
        ok();
        send(Upload.bytes("bytes.bin", CONTENT.getBytes(UTF_8)));
        assertWire("bytes.bin", null, CONTENT);
    }

    @Test
    void aStreamOfKnownLengthGoesWithItsLength() throws Exception {
        ok();
        send(Upload.stream("stream.bin", stream(), CONTENT.length()).contentType("text/plain"));
        RecordedRequest request = assertWire("stream.bin", "text/plain", CONTENT);
        assertThat(request.getHeaders().get("Content-Length"))
                .isEqualTo(Long.toString(request.getBody().size()));
        assertThat(request.getHeaders().get("Transfer-Encoding")).isNull();
    }

    @Test
    void aStreamOfUnknownLengthGoesInChunks() throws Exception {
        ok();
        send(Upload.stream("stream.bin", stream(), -1));
        RecordedRequest request = assertWire("stream.bin", null, CONTENT);
        assertThat(request.getHeaders().get("Content-Length")).isNull();
        assertThat(request.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
    }

    @Test
    void theFirstBytesAreOnTheWireBeforeTheLastAreRead() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        AtomicLong bytes = new AtomicLong();
        long length = 200L * 1024 * 1024;
        try (ContentSocket socket = new ContentSocket((in, out) -> {
                    String head = ContentSocket.head(in);
                    long due = Long.parseLong(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
                    byte[] buffer = new byte[64 * 1024];
                    while (bytes.get() < due) {
                        bytes.addAndGet(in.read(buffer));
                        arrived.countDown();
                    }
                    ContentSocket.write(out, "HTTP/1.1 204 No Content\r\n\r\n");
                });
                CxClient other = CxClient.builder().baseUrl(socket.url()).build()) {
            send(other, Upload.stream("big.bin", new Generated(length, arrived), length));
        }
        assertThat(bytes.get()).isGreaterThan(length);
    }

    @Test
    void anUploadOfAFileMayBeUsedTwice() throws Exception {
        ok();
        ok();
        Upload upload = Upload.file(file());
        send(upload);
        send(upload);
        assertWire("photo.png", null, CONTENT);
        assertWire("photo.png", null, CONTENT);
    }

    @Test
    void aFileThatVanishesIsAStorageProblem() throws IOException {
        Path file = file();
        Call<?> call = call(client, Upload.file(file));
        Files.delete(file);
        assertThatThrownBy(call::execute)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT))
                .hasMessageContaining("Local file not readable for POST /media")
                .hasMessageContaining("photo.png");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aStreamThatFailsIsAStorageProblemAndNotOneOfTheNetwork() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("tape torn");
            }
        };
        server.enqueue(new MockResponse.Builder()
                .onRequestBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        assertThatThrownBy(() -> send(Upload.stream("s.bin", failing, 5)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("tape torn");
    }

    @Test
    void aPathThatIsNoReadableFileIsRefusedAtOnce() {
        assertThatThrownBy(() -> Upload.file(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path is not a readable file");
        assertThatThrownBy(() -> Upload.file(directory.resolve("missing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void otherNonsenseIsRefusedAtOnce() {
        assertThatThrownBy(() -> Upload.bytes(" ", new byte[0])).hasMessageContaining("fileName");
        assertThatThrownBy(() -> Upload.stream("s", stream(), -2)).hasMessageContaining("length must be 0 or more");
        Upload upload = Upload.bytes("b", new byte[0]);
        assertThatThrownBy(() -> upload.contentType("nonsense")).hasMessageContaining("mediaType");
        ApiRequest request = client.request().post("/media");
        assertThatThrownBy(() -> request.multipart("", upload)).hasMessageContaining("part");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote\".txt", "line\nbreak.txt", "ünïcode.txt"})
    void aNameCannotBreakOutOfItsHeader(String name) throws Exception {
        ok();
        send(Upload.bytes(name, new byte[] {1}));
        String body = server.takeRequest().getBody().utf8();
        String escaped = name.replace("\"", "%22").replace("\n", "%0A");
        assertThat(body).contains("Content-Disposition: form-data; name=\"file\"; filename=\"" + escaped + "\"\r\n");
    }

    @Test
    void theTextNamesTheFile() {
        assertThat(Upload.bytes("b.txt", new byte[0])).hasToString("Upload[b.txt]");
    }

    private RecordedRequest assertWire(String name, String type, String content) throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        String contentType = request.getHeaders().get("Content-Type");
        assertThat(contentType).startsWith("multipart/form-data; boundary=");
        String boundary = contentType.substring(contentType.indexOf('=') + 1);
        String body = request.getBody().utf8().replaceFirst("Content-Length: \\d+\r\n", "");
        assertThat(body)
                .isEqualTo("--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                        + (type == null ? "" : "Content-Type: " + type + "\r\n")
                        + "\r\n" + content + "\r\n--" + boundary + "--\r\n");
        return request;
    }

    private void send(Upload upload) {
        send(client, upload);
    }

    private static void send(CxClient client, Upload upload) {
        call(client, upload).execute();
    }

    private static Call<?> call(CxClient client, Upload upload) {
        return client.request().post("/media").multipart("file", upload).returningNothing();
    }

    private void ok() {
        server.enqueue(new MockResponse.Builder().code(204).build());
    }

    private Path file() throws IOException {
        return Files.writeString(directory.resolve("photo.png"), CONTENT);
    }

    private static InputStream stream() {
        return new ByteArrayInputStream(CONTENT.getBytes(UTF_8));
    }

    /** Gives a part at once, and the rest only after something has arrived on the other side. */
    private static final class Generated extends InputStream {
        private final CountDownLatch arrived;
        private final long length;
        private long given;

        private Generated(long length, CountDownLatch arrived) {
            this.length = length;
            this.arrived = arrived;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in pieces");
        }

        @Override
        public int read(byte[] bytes, int offset, int most) throws IOException {
            if (given == length) {
                return -1;
            }
            if (given > 1024 * 1024) {
                try {
                    arrived.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            int piece = (int) Math.min(most, length - given);
            given += piece;
            return piece;
        }
    }
}
