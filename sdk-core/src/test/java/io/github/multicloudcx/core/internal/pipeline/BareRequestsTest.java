package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.testing.ContentClients;
import io.github.multicloudcx.core.testing.ContentStorage;
import io.github.multicloudcx.core.testing.FakeTime;
import java.io.OutputStream;
import java.time.Duration;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BareRequestsTest {
    @StartStop
    public final MockWebServer api = new MockWebServer();

    @StartStop
    public final MockWebServer store = new MockWebServer();

    private final ContentStorage storage = new ContentStorage(ContentStorage.bytes(1_000, 1), "\"v1\"");

    @Test
    void itPausesBetweenAttemptsAsThePolicySays() {
        FakeTime time = new FakeTime();
        link();
        storage.answer(500).answer(503);
        try (CxClient client = ContentClients.builder(api).timeSource(time).build()) {
            save(client);
        }
        assertThat(time.sleeps())
                .hasSize(2)
                .allSatisfy(sleep -> assertThat(sleep).isBetween(Duration.ZERO, Duration.ofMillis(500)));
    }

    @Test
    void everyConnectionIsLetGoOf() {
        ConnectionPool pool = new ConnectionPool();
        link();
        storage.answer(500).answer(403).breakAt(10, 20);
        OkHttpClient given = new OkHttpClient.Builder().connectionPool(pool).build();
        try (CxClient client = ContentClients.builder(api).okHttpClient(given).build()) {
            save(client);
            storage.answer(404);
            assertThatThrownBy(() -> save(client)).hasMessageContaining("answered 404");
        }
        assertThat(ContentClients.busy(pool)).isZero();
        pool.evictAll();
    }

    @Test
    void aStorageThatIsNotThereIsAConnectionProblem() {
        api.setDispatcher(ContentClients.seeOther(() -> "http://localhost:1/x?sig=SIGNED"));
        try (CxClient client = ContentClients.client(api)) {
            assertThatThrownBy(() -> save(client))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageNotContaining("SIGNED")
                    .satisfies(e -> assertThat(e.getCause()).hasMessageNotContaining("SIGNED"));
        }
        assertThat(api.getRequestCount()).isEqualTo(3);
    }

    @Test
    void closingTheClientEndsTheDownload() {
        link();
        CxClient client = ContentClients.client(api);
        storage.breakAt(500);
        assertThatThrownBy(() -> client.request()
                        .get("/x")
                        .download()
                        .onProgress(progress -> client.close())
                        .to(OutputStream.nullOutputStream())
                        .execute())
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageContaining("bytes are there");
    }

    private void link() {
        store.setDispatcher(storage);
        api.setDispatcher(ContentClients.seeOther(() -> store.url("/x?sig=1").toString()));
    }

    private static void save(CxClient client) {
        long size = client.request()
                .get("/x")
                .download()
                .to(OutputStream.nullOutputStream())
                .execute();
        assertThat(size).isEqualTo(1_000);
    }
}
