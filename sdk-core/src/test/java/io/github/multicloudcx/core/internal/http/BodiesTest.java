package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodiesTest {
    @TempDir
    Path directory;

    @Test
    void aFileIsReadAnewEachTime() throws IOException {
        byte[] content = new byte[200_000];
        content[199_999] = 7;
        Path file = Files.write(directory.resolve("f"), content);
        RequestBody body = Bodies.file(file, MediaType.get("text/plain"));
        assertThat(body.contentLength()).isEqualTo(200_000);
        assertThat(body.contentType()).hasToString("text/plain");
        assertThat(body.isOneShot()).isFalse();
        assertThat(written(body)).isEqualTo(content);
        assertThat(written(body)).isEqualTo(content);
    }

    @Test
    void aFileThatIsGoneIsALocalProblem() {
        RequestBody body = Bodies.file(directory.resolve("gone"), null);
        assertThatThrownBy(body::contentLength).isInstanceOf(LocalFileException.class);
        assertThatThrownBy(() -> written(body)).isInstanceOf(LocalFileException.class);
    }

    @Test
    void aStreamIsSentOnceAndTellsWhenItIsBegun() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        RequestBody body = Bodies.stream(new ByteArrayInputStream(new byte[] {1, 2}), 2, null, begun::incrementAndGet);
        assertThat(body.isOneShot()).isTrue();
        assertThat(body.contentLength()).isEqualTo(2);
        assertThat(begun).hasValue(0);
        assertThat(written(body)).containsExactly(1, 2);
        assertThat(begun).hasValue(1);
    }

    @Test
    void aStreamThatFailsIsALocalProblem() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("tape torn");
            }
        };
        assertThatThrownBy(() -> written(Bodies.stream(failing, -1, null, () -> {})))
                .isInstanceOf(LocalFileException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void whatTheNetworkDoesIsNoLocalProblem() {
        okio.BufferedSink broken = okio.Okio.buffer((okio.Sink) new okio.ForwardingSink(new Buffer()) {
            @Override
            public void write(Buffer source, long count) throws IOException {
                throw new IOException("connection reset");
            }
        });
        RequestBody body = Bodies.stream(new ByteArrayInputStream(new byte[100_000]), -1, null, () -> {});
        assertThatThrownBy(() -> body.writeTo(broken))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(LocalFileException.class);
    }

    private static byte[] written(RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }
}
