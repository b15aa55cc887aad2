package io.github.multicloudcx.core.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.testing.ContentClients;
import io.github.multicloudcx.core.testing.ContentSocket;
import io.github.multicloudcx.core.testing.ContentStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadCallTest {
    private static final byte[] CONTENT = ContentStorage.bytes(300_000, 1);

    @StartStop
    public final MockWebServer api = new MockWebServer();

    @TempDir
    Path directory;

    private final ContentStorage storage = new ContentStorage(CONTENT, "\"v1\"");

    @Test
    void theResponseIsTheLastOfTheDeployment() {
        api.setDispatcher(storage.breakAt(1_000));
        try (CxClient client = ContentClients.client(api)) {
            ApiResponse<Path> response =
                    client.request().get("/x").download().to(target()).executeForResponse();
            assertThat(response.value()).isEqualTo(target());
            assertThat(response.status()).isEqualTo(206);
            assertThat(response.header("etag")).isEqualTo("\"v1\"");
            assertThat(response.traceId()).hasSize(16);
            assertThat(response.attempts()).hasSize(1);
        }
    }

    @Test
    void theLinkIsNotInTheTextOfTheResponse() throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.setDispatcher(storage);
            other.start();
            api.setDispatcher(
                    ContentClients.seeOther(() -> other.url("/x?sig=SIGNED").toString()));
            try (CxClient client = ContentClients.client(api)) {
                var call = client.request().get("/x").download().to(target());
                ApiResponse<Path> response = call.executeForResponse();
                assertThat(response.status()).isEqualTo(303);
                assertThat(response.toString() + call + client).doesNotContain("SIGNED");
            }
        }
    }

    @Test
    void itRunsOnAnotherThreadToo() throws Exception {
        api.setDispatcher(storage);
        AtomicReference<Thread> thread = new AtomicReference<>();
        try (CxClient client = ContentClients.client(api)) {
            CompletableFuture<Path> future = client.request()
                    .get("/x")
                    .download()
                    .onProgress(progress -> thread.set(Thread.currentThread()))
                    .to(target())
                    .executeAsync();
            assertThat(future.get()).isEqualTo(target());
        }
        assertThat(thread.get()).isNotNull().isNotSameAs(Thread.currentThread());
        assertThat(target()).hasBinaryContent(CONTENT);
    }

    @Test
    void executingItTwiceDownloadsTwice() {
        api.setDispatcher(storage);
        try (CxClient client = ContentClients.client(api)) {
            var call = client.request().get("/x").download().to(target());
            call.execute();
            call.execute();
        }
        assertThat(storage.served()).isEqualTo(2L * CONTENT.length);
    }

    @Test
    void headersAndRetryPolicyAreThoseOfTheCall() {
        api.setDispatcher(storage.breakAt(0));
        try (CxClient client = ContentClients.client(api)) {
            var call = client.request()
                    .get("/x")
                    .download()
                    .to(target())
                    .header("X-Mine", "1")
                    .timeout(Duration.ofSeconds(30))
                    .retryPolicy(RetryPolicy.none());
            assertThatThrownBy(call::execute).hasMessageContaining("0 bytes are there");
        }
        assertThat(storage.requests()).hasSize(1);
        assertThat(storage.requests().get(0).get("X-Mine")).isEqualTo("1");
    }

    @Test
    void theTimeoutOfTheCallLimitsTheStorageToo() throws IOException {
        try (ContentSocket silent = new ContentSocket((in, out) -> in.readAllBytes());
                CxClient client = ContentClients.client(api)) {
            api.setDispatcher(ContentClients.seeOther(() -> silent.url() + "/x"));
            var call = client.request()
                    .get("/x")
                    .download()
                    .to(target())
                    .timeout(Duration.ofMillis(1500))
                    .retryPolicy(RetryPolicy.none());
            assertThatThrownBy(call::execute)
                    .isInstanceOf(CallTimeoutException.class)
                    .hasMessageContaining("it did not answer within the 1500 ms of the call");
        }
    }

    @Test
    void anInterruptInTheMiddleEndsItAndKeepsThePart() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        try (ContentSocket stalling = stalling();
                CxClient client = CxClient.builder().baseUrl(stalling.url()).build()) {
            Thread reader = new Thread(() -> {
                try {
                    client.request()
                            .get("/x")
                            .download()
                            .onProgress(progress -> begun.countDown())
                            .to(target())
                            .execute();
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
            });
            reader.start();
            begun.await();
            reader.interrupt();
            reader.join();
        }
        assertThat(thrown.get())
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageContaining("Download by GET /x to " + target())
                .hasMessageContaining("interrupted; 3 bytes are there");
        assertThat(flag.get()).isTrue();
        assertThat(directory.resolve("export.zip.part")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(target()).doesNotExist();
    }

    @Test
    void anInterruptDuringAWriteIsNoTroubleWithTheDisk() {
        api.setDispatcher(storage);
        try (CxClient client = ContentClients.client(api)) {
            var call = client.request()
                    .get("/x")
                    .download()
                    .onProgress(progress -> Thread.currentThread().interrupt())
                    .to(target());
            assertThatThrownBy(call::execute)
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessageContaining("run again to continue");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Files.exists(directory.resolve("export.zip.part"))).isTrue();

            client.request().get("/x").download().to(target()).execute();
        }
        assertThat(target()).hasBinaryContent(CONTENT);
    }

    @Test
    void aFileThatAnInterruptClosesIsNoTroubleWithTheDiskEither() {
        api.setDispatcher(storage);
        try (CxClient client = ContentClients.client(api)) {
            var call = client.request().get("/x").download().to(target());
            Thread.currentThread().interrupt();
            assertThatThrownBy(call::execute)
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessageContaining("Interrupted while downloading by GET /x");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(storage.requests()).isEmpty();
    }

    @Test
    void cancellingTheFutureEndsTheDownload() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        try (ContentSocket stalling = new ContentSocket((in, out) -> {
                    ContentSocket.head(in);
                    ContentSocket.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nETag: \"v1\"\r\n\r\nabc");
                    while (in.read() >= 0) {
                        // until the other side goes away
                    }
                    gone.countDown();
                });
                CxClient client = CxClient.builder().baseUrl(stalling.url()).build()) {
            CompletableFuture<Path> future = client.request()
                    .get("/x")
                    .download()
                    .onProgress(progress -> begun.countDown())
                    .to(target())
                    .executeAsync();
            begun.await();
            future.cancel(true);
            gone.await();
        }
        assertThat(target()).doesNotExist();
    }

    @Test
    void failuresReachTheFuture() {
        api.setDispatcher(ContentClients.seeOther(() -> "ftp://nowhere"));
        try (CxClient client = ContentClients.client(api)) {
            CompletableFuture<Path> future =
                    client.request().get("/x").download().to(target()).executeAsync();
            assertThatThrownBy(future::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(DownloadException.class);
        }
    }

    private static ContentSocket stalling() throws IOException {
        return new ContentSocket((in, out) -> {
            ContentSocket.head(in);
            ContentSocket.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nETag: \"v1\"\r\n\r\n\1\2\3");
            in.readAllBytes();
        });
    }

    private Path target() {
        return directory.resolve("export.zip");
    }
}
