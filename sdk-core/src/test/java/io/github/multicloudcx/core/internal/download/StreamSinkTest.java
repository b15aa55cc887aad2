package io.github.multicloudcx.core.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.error.StorageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamSinkTest {
    @Test
    void whatIsWrittenArrivesAndIsCounted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (StreamSink sink = new StreamSink(out)) {
            sink.restart("\"a\"");
            sink.write(new byte[] {1, 2, 3}, 2);
            assertThat(sink.size()).isEqualTo(2);
            assertThat(sink.etag()).isEqualTo("\"a\"");
        }
        assertThat(out.toByteArray()).containsExactly(1, 2);
    }

    @Test
    void whatIsWrittenIsNeverTakenBack() {
        try (StreamSink sink = new StreamSink(new ByteArrayOutputStream())) {
            sink.write(new byte[3], 3);
            assertThatThrownBy(() -> sink.restart("\"b\""))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("after 3 bytes")
                    .hasMessageContaining("begin again with an empty stream");
        }
    }

    @Test
    void theStreamIsFlushedAtTheEndAndNotClosed() {
        AtomicInteger flushed = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void flush() {
                flushed.incrementAndGet();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        try (StreamSink sink = new StreamSink(out)) {
            sink.finish();
        }
        assertThat(flushed).hasValue(1);
        assertThat(closed).hasValue(0);
    }

    @Test
    void aStreamThatFailsIsAStorageProblemWithoutTheWordsOfTheStream() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("secret path");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("secret path");
            }
        };
        try (StreamSink sink = new StreamSink(broken)) {
            assertThatThrownBy(() -> sink.write(new byte[1], 1))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("Could not write to the stream after 0 bytes: IOException");
            assertThatThrownBy(sink::finish).isInstanceOf(StorageException.class);
        }
    }
}
