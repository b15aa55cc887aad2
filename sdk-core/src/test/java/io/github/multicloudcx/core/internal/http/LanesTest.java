package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.testing.WireServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Transport.Limits LIMITS = new Transport.Limits(LONG, LONG, 40);

    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static List<Lanes.Lane> enter(Lanes lanes, int times) {
        return IntStream.range(0, times).mapToObj(i -> lanes.enter()).toList();
    }

    @Test
    void aLaneIsEnteredWhenThoseBeforeItAreFull() {
        Lanes lanes = new Lanes(List.of(new OkHttpClient(), new OkHttpClient(), new OkHttpClient()), 16);
        List<Lanes.Lane> entered = enter(lanes, 20);
        assertThat(lanes.busy()).containsExactly(16, 4, 0);
        entered.get(3).leave();
        assertThat(lanes.busy()).containsExactly(15, 4, 0);
        assertThat(lanes.enter()).isSameAs(entered.get(0));
        assertThat(lanes.busy()).containsExactly(16, 4, 0);
    }

    @Test
    void whenAllAreFullThereIsRoomAllTheSame() {
        Lanes lanes = new Lanes(List.of(new OkHttpClient(), new OkHttpClient()), 16);
        List<Lanes.Lane> entered = enter(lanes, 40);
        assertThat(lanes.busy().get(0) + lanes.busy().get(1)).isEqualTo(40);
        entered.forEach(Lanes.Lane::leave);
        assertThat(lanes.busy()).containsExactly(0, 0);
    }

    @Test
    void thereAreAsManyAsTheCallsNeed() {
        assertThat(Lanes.count(1)).isEqualTo(1);
        assertThat(Lanes.count(16)).isEqualTo(1);
        assertThat(Lanes.count(17)).isEqualTo(2);
        assertThat(Lanes.count(200)).isEqualTo(13);
        assertThat(Lanes.count(100_000)).isEqualTo(16);
        assertThat(Lanes.count(Integer.MAX_VALUE)).isEqualTo(16);
        assertThat(Lanes.width(1)).isEqualTo(1);
        assertThat(Lanes.width(17)).isEqualTo(9);
        assertThat(Lanes.width(200)).isEqualTo(16);
        assertThat(Lanes.width(Integer.MAX_VALUE)).isEqualTo(1 << 27);
        try (Transport transport = new Transport(null, LIMITS)) {
            assertThat(transport.busy()).containsExactly(0, 0, 0);
        }
    }

    @Test
    void aClientThatWasGivenKeepsItsPool() throws IOException {
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient given = new OkHttpClient.Builder().connectionPool(pool).build();
        server.answer(200, "{}");
        try (Transport transport = new Transport(given, LIMITS)) {
            assertThat(transport.busy()).containsExactly(0);
            send(transport);
            assertThat(pool.connectionCount()).isEqualTo(1);
        }
        pool.evictAll();
    }

    @Test
    void requestsOneAfterTheOtherUseOneConnection() throws IOException {
        try (Transport transport = new Transport(null, LIMITS)) {
            for (int i = 0; i < 40; i++) {
                server.answer(200, "{}");
                send(transport);
            }
        }
        for (int i = 0; i < 40; i++) {
            assertThat(server.take().getExchangeIndex()).isEqualTo(i);
        }
    }

    private void send(Transport transport) throws IOException {
        Request request = new Request.Builder().url(server.url()).build();
        try (Watcher.Watch watch = transport.deployment(request, null, false, LONG);
                Response response = transport.send(watch)) {
            assertThat(response.body().string()).isEqualTo("{}");
            assertThat(transport.busy().get(0)).isEqualTo(1);
        }
        assertThat(transport.busy()).containsOnly(0);
    }

    @Test
    void aRequestLeavesItsLaneOnceHoweverItEnds() {
        Request nowhere = new Request.Builder().url("http://127.0.0.1:1/").build();
        try (Transport transport = new Transport(null, LIMITS)) {
            List<Watcher.Watch> watches = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                watches.add(transport.deployment(nowhere, null, false, LONG));
            }
            assertThat(transport.busy()).containsExactly(14, 6, 0);
            assertThatThrownBy(() -> transport.send(watches.get(0))).isInstanceOf(IOException.class);
            watches.get(0).close();
            watches.get(0).close();
            assertThat(transport.busy()).containsExactly(13, 6, 0);
            watches.forEach(Watcher.Watch::close);
            assertThat(transport.busy()).containsExactly(0, 0, 0);
            transport.deployment(nowhere, null, true, LONG).close();
            transport.elsewhere(nowhere, LONG).close();
            assertThat(transport.busy()).containsExactly(0, 0, 0);
        }
    }
}
