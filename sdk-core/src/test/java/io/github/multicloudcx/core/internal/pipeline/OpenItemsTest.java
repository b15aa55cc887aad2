package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Listing;
import io.github.multicloudcx.core.Paging;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.testing.ContentClients;
import io.github.multicloudcx.core.testing.ContentSocket;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpenItemsTest {
    @StartStop
    public final MockWebServer server = new MockWebServer();

    private final ConnectionPool pool = new ConnectionPool(5, 1, TimeUnit.MINUTES);
    private CxClient client;

    public record Item(Integer id) {}

    @BeforeEach
    void connect() {
        client = ContentClients.builder(server)
                .okHttpClient(new OkHttpClient.Builder().connectionPool(pool).build())
                .build();
    }

    @AfterEach
    void everyConnectionIsLetGoOf() {
        assertThat(ContentClients.busy(pool)).isZero();
        client.close();
        pool.evictAll();
    }

    @Test
    void theConnectionIsHeldWhileItIsReadAndReleasedAtTheEnd() {
        server.enqueue(ContentClients.json(many()));
        Stream<Item> stream = list(client).stream();
        Iterator<Item> items = stream.iterator();
        items.next();
        assertThat(ContentClients.busy(pool)).isEqualTo(1);
        int read = 1;
        while (items.hasNext()) {
            items.next();
            read++;
        }
        assertThat(read).isEqualTo(20_000);
        assertThat(ContentClients.busy(pool)).isZero();
        assertThat(pool.idleConnectionCount()).isEqualTo(1);
    }

    @Test
    void closingReleasesTheConnection() {
        server.enqueue(ContentClients.json(many()));
        try (Stream<Item> stream = list(client).stream()) {
            stream.iterator().next();
            assertThat(ContentClients.busy(pool)).isEqualTo(1);
        }
        assertThat(ContentClients.busy(pool)).isZero();
    }

    @Test
    void anItemThatDoesNotFitReleasesTheConnectionAndIsNamedByItsPath() {
        server.enqueue(ContentClients.json(many().replace("{\"id\":2}", "{\"id\":\"hunter2\"}")));
        Iterator<Item> items = list(client).stream().iterator();
        items.next();
        items.next();
        assertThatThrownBy(items::next)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("$.jobs[2].id is not an integer while reading the list of GET /jobs")
                .hasMessageContaining("2 items were read, trace ")
                .hasMessageNotContaining("hunter2");
        assertThat(ContentClients.busy(pool)).isZero();
    }

    @Test
    void aListThatIsCutOffIsNoticed() throws IOException {
        cutOff("[{\"id\":1},{\"id\":2}", 2);
    }

    @Test
    void aListThatIsCutOffInAnItemIsNoticed() throws IOException {
        cutOff("{\"jobs\":[{\"id\":1},{\"id\"", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"count\":1", ",\"more\":[1,2"})
    void anObjectThatIsCutOffAfterTheArrayIsNoticed(String tail) throws IOException {
        cutOff("{\"jobs\":[{\"id\":1}]" + tail, 1);
        cutOff("{\"data\":{\"jobs\":[{\"id\":1}]}" + tail, 1);
    }

    /** Without a length, so that nothing but the JSON tells. */
    private static void cutOff(String body, int read) throws IOException {
        try (ContentSocket socket = new ContentSocket((in, out) -> {
                    ContentSocket.head(in);
                    ContentSocket.write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body);
                });
                CxClient client = CxClient.builder().baseUrl(socket.url()).build();
                Stream<Item> stream = list(client).stream()) {
            Iterator<Item> items = stream.iterator();
            assertThatThrownBy(() -> items.forEachRemaining(item -> {}))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("no valid JSON at line 1")
                    .hasMessageContaining(read + " items were read");
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleTellsHowManyItemsWereRead() {
        String body = many();
        server.enqueue(new MockResponse.Builder()
                .body(body.substring(0, body.indexOf("{\"id\":7}") + 3))
                .setHeader("Content-Length", body.length())
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        Iterator<Item> items = list(client).stream().iterator();
        assertThatThrownBy(() -> items.forEachRemaining(item -> {}))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("Connection broken while reading the list of GET /jobs; 7 items were read");
    }

    @Test
    void theCountMayComeAfterTheItemsOrBeforeThem() {
        server.enqueue(ContentClients.json("{\"count\":2,\"jobs\":[{\"id\":1}],\"more\":{\"count\":9}}"));
        server.enqueue(ContentClients.json("{\"more\":{\"count\":9},\"jobs\":[{\"id\":2}],\"count\":2}"));
        try (Stream<Item> stream = list(client).size(1).stream()) {
            assertThat(stream.map(Item::id)).containsExactly(1, 2);
        }
    }

    @Test
    void anErrorThatTheServerNoticesAfterTheItemsIsNoEnd() {
        server.enqueue(
                ContentClients.json(
                        "{\"jobs\":[{\"id\":1}],\"status\":{\"code\":500,\"message\":\"Bearer abcdefgh is lost\"},\"count\":1}"));
        Iterator<Item> items = list(client).stream().iterator();
        assertThat(items.next()).isEqualTo(new Item(1));
        assertThatThrownBy(items::hasNext)
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("500");
                    assertThat(e.status()).isEqualTo(200);
                    assertThat(e.body()).contains("\"code\":500").doesNotContain("abcdefgh");
                })
                .hasMessageStartingWith("The server says that the list is not complete: Bearer **** is lost (code 500)"
                        + " while reading the list of GET /jobs; 1 items were read, trace ");
        assertThat(ContentClients.busy(pool)).isZero();
    }

    @Test
    void anErrorAroundAListInItsEnvelopeIsNoEnd() {
        server.enqueue(ContentClients.json(
                "{\"data\":{\"jobs\":[{\"id\":1}],\"size\":1},\"status\":{\"code\":500,\"message\":\"lost\"}}"));
        Iterator<Item> items = list(client).stream().iterator();
        assertThat(items.next()).isEqualTo(new Item(1));
        assertThatThrownBy(items::hasNext)
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("The server says that the list is not complete: lost (code 500)");
    }

    @Test
    void aListInItsEnvelopeIsReadPageByPage() {
        server.enqueue(ContentClients.json("{\"status\":{\"code\":0},\"data\":{\"jobs\":[{\"id\":1}],\"count\":2}}"));
        server.enqueue(ContentClients.json("{\"data\":{\"count\":2,\"jobs\":[{\"id\":2}]},\"status\":{\"code\":0}}"));
        try (Stream<Item> stream = list(client).size(1).stream()) {
            assertThat(stream.map(Item::id)).containsExactly(1, 2);
        }
    }

    @Test
    void aGoodStatusAfterTheItemsIsTheEnd() {
        server.enqueue(ContentClients.json("{\"jobs\":[{\"id\":1}],\"status\":{\"code\":0},\"count\":1}"));
        try (Stream<Item> stream = list(client).stream()) {
            assertThat(stream.map(Item::id)).containsExactly(1);
        }
    }

    @Test
    void anInterruptWhileItIsReadEndsIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        try (ContentSocket stalling = new ContentSocket((in, out) -> {
                    ContentSocket.head(in);
                    ContentSocket.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[{\"id\":1}, ");
                    in.readAllBytes();
                });
                CxClient waiting = CxClient.builder().baseUrl(stalling.url()).build()) {
            Thread reader = new Thread(() -> {
                try {
                    list(waiting).stream().forEach(item -> begun.countDown());
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
        assertThat(thrown.get()).isInstanceOf(CallInterruptedException.class).hasMessageContaining("1 items were read");
        assertThat(flag.get()).isTrue();
    }

    private static Listing<Item> list(CxClient client) {
        return client.request().get("/jobs").listing(new Paging("jobs", "from", "size"), Item.class);
    }

    private static String many() {
        return IntStream.range(0, 20_000)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
    }
}
