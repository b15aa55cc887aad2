package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.testing.ContentMillion;
import io.github.multicloudcx.core.testing.ContentSocket;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A JVM with a heap that is far smaller than the answer. */
@Timeout(120)
class ListingMemoryTest {
    private static final int ITEMS = 1_000_000;

    @Test
    void aMillionItemsFitThroughASmallHeap() throws Exception {
        try (ContentSocket socket = new ContentSocket((in, out) -> {
            ContentSocket.head(in);
            write(new BufferedOutputStream(out, 64 * 1024));
        })) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx24m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ContentMillion.class.getName(),
                            socket.url())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).endsWith("1000000 items, sum 499999500000");
        }
    }

    private static void write(OutputStream out) throws Exception {
        ContentSocket.write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"count\":" + ITEMS + ",\"jobs\":[");
        for (int id = 0; id < ITEMS; id++) {
            String item = (id == 0 ? "" : ",") + "{\"id\":" + id + ",\"title\":\"a title that takes some room\"}";
            out.write(item.getBytes(StandardCharsets.US_ASCII));
        }
        ContentSocket.write(out, "]}");
    }
}
