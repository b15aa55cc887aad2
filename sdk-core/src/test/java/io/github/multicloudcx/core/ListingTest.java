package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.testing.ContentClients;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ListingTest {
    @StartStop
    public final MockWebServer server = new MockWebServer();

    private CxClient client;

    public record Item(Integer id) {}

    @BeforeEach
    void connect() {
        client = ContentClients.client(server);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void nothingIsSentBeforeTheFirstItemIsAskedFor() {
        Listing<Item> list = list();
        try (Stream<Item> stream = list.stream().filter(item -> item.id() > 0)) {
            assertThat(server.getRequestCount()).isZero();
            enqueue("{'jobs':[{'id':1}]}");
            assertThat(stream).containsExactly(new Item(1));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void closingAStreamThatWasNotReadSendsNothing() {
        list().stream().close();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void withoutASizeEverythingIsReadAtOnce() throws InterruptedException {
        enqueue("{'count':99,'jobs':[{'id':1},{'id':2}]}");
        assertThat(ids(list())).containsExactly(1, 2);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void withASizeItIsReadPageByPage() throws InterruptedException {
        enqueue("{'count':5,'jobs':[{'id':1},{'id':2}]}");
        enqueue("{'jobs':[{'id':3},{'id':4}],'count':5}");
        enqueue("{'count':5,'jobs':[{'id':5}]}");
        assertThat(ids(list().size(2))).containsExactly(1, 2, 3, 4, 5);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly&size=2");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly&from=2&size=2");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly&from=4&size=2");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void theNextPageIsNotAskedForBeforeItsFirstItem() {
        enqueue("{'count':3,'jobs':[{'id':1},{'id':2}]}");
        try (Stream<Item> stream = list().size(2).stream()) {
            Iterator<Item> items = stream.iterator();
            items.next();
            items.next();
            assertThat(server.getRequestCount()).isEqualTo(1);
            enqueue("{'count':3,'jobs':[{'id':3}]}");
            assertThat(items.next().id()).isEqualTo(3);
            assertThat(items.hasNext()).isFalse();
        }
    }

    @Test
    void itBeginsWhereItIsTold() throws InterruptedException {
        enqueue("{'count':12,'jobs':[{'id':11}]}");
        enqueue("{'count':12,'jobs':[{'id':12}]}");
        assertThat(ids(list().from(10).size(1))).containsExactly(11, 12);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly&from=10&size=1");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly&from=11&size=1");
    }

    @Test
    void anIndexOfZeroIsSentWhenItWasAskedFor() throws InterruptedException {
        enqueue("{'jobs':[]}");
        assertThat(ids(list().from(0))).isEmpty();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly&from=0");
    }

    @Test
    void withoutACountAPageThatIsNotFullIsTheLast() {
        enqueue("[{'id':1},{'id':2}]");
        enqueue("[{'id':3}]");
        assertThat(ids(list().size(2))).containsExactly(1, 2, 3);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void anEmptyPageInTheMiddleIsSkipped() throws InterruptedException {
        enqueue("{'count':6,'jobs':[{'id':1},{'id':2}]}");
        enqueue("{'count':6,'jobs':[]}");
        enqueue("{'count':6,'jobs':[{'id':5},{'id':6}]}");
        assertThat(ids(list().size(2))).containsExactly(1, 2, 5, 6);
        server.takeRequest();
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).endsWith("&from=4&size=2");
    }

    @Test
    void nullsAreSkippedAndCountAsPlaces() throws InterruptedException {
        enqueue("[{'id':1},null,{'id':3}]");
        enqueue("[null,{'id':5}]");
        assertThat(ids(list().size(3))).containsExactly(1, 3, 5);
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).endsWith("&from=3&size=3");
    }

    @Test
    void aPageThatEndsInTheMiddleOfTheStreamIsAnError() {
        enqueue("{'count':4,'jobs':[{'id':1},{'id':2}]}");
        server.enqueue(ContentClients.json(404, "{}"));
        try (Stream<Item> stream = list().size(2).stream()) {
            Iterator<Item> items = stream.iterator();
            items.next();
            items.next();
            assertThatThrownBy(items::next).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void eachStreamBeginsAnew() {
        Listing<Item> list = list().size(1);
        for (int round = 0; round < 2; round++) {
            enqueue("{'count':2,'jobs':[{'id':1}]}");
            enqueue("{'count':2,'jobs':[{'id':2}]}");
            assertThat(ids(list)).containsExactly(1, 2);
        }
    }

    @Test
    void whatIsChangedIsACopy() throws InterruptedException {
        Listing<Item> list = list();
        Listing<Item> other = list.from(5).size(7);
        enqueue("[]");
        enqueue("[]");
        ids(list);
        ids(other);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly&from=5&size=7");
    }

    @Test
    void aPageKnowsItsCountAndWhereTheNextOneBegins() throws InterruptedException {
        enqueue("{'count':5,'jobs':[{'id':1},{'id':2}]}");
        Page<Item> page = list().from(2).size(2).page().execute();
        assertThat(page).isEqualTo(new Page<>(List.of(new Item(1), new Item(2)), 5L, 2, 4L));
        assertThat(page.hasNext()).isTrue();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v10/jobs?title=nightly&from=2&size=2");
    }

    @Test
    void theLastPageHasNoNext() {
        enqueue("{'count':5,'jobs':[{'id':5}]}");
        Page<Item> page = list().from(4).size(2).page().execute();
        assertThat(page.hasNext()).isFalse();
        assertThat(page.next()).isNull();
    }

    @Test
    void aPageWithNullsLeavesThemOutButCountsTheirPlaces() {
        enqueue("{'count':9,'jobs':[{'id':1},null,{'id':3}]}");
        Page<Item> page = list().size(3).page().execute();
        assertThat(page.items()).containsExactly(new Item(1), new Item(3));
        assertThat(page.next()).isEqualTo(3);
    }

    @Test
    void noContentIsAnEmptyPageAndAnEmptyStream() {
        server.enqueue(new MockResponse.Builder().code(204).build());
        server.enqueue(new MockResponse.Builder().code(204).build());
        assertThat(list().page().execute()).isEqualTo(new Page<>(List.of(), 0L, 0, null));
        assertThat(ids(list())).isEmpty();
    }

    @Test
    void anEmptyBodyUnderAnyOtherStatusIsNoEmptyList() {
        server.enqueue(new MockResponse.Builder().code(200).build());
        server.enqueue(new MockResponse.Builder().code(200).build());
        assertThatThrownBy(() -> list().page().execute())
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("status 200 without a body");
        assertThatThrownBy(() -> ids(list()))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("status 200 without a body where a list was due");
    }

    @Test
    void anEnvelopeThatSaysNoIsAnErrorOfThePageAndOfTheStream() {
        String no = "{'status':{'code':500,'message':'no such thing'}}";
        enqueue(no);
        enqueue(no);
        assertThatThrownBy(() -> list().page().execute())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("no such thing");
        assertThatThrownBy(() -> ids(list()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("no such thing")
                .hasMessageContaining("(code 500)");
    }

    @Test
    void aPageWithoutItsArrayIsAnError() {
        enqueue("{'count':3}");
        assertThatThrownBy(() -> list().page().execute())
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("$.jobs is not an array");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aSizeBelowOneIsRefused(long size) {
        assertThatThrownBy(() -> list().size(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size");
    }

    @Test
    void anIndexBelowZeroIsRefused() {
        assertThatThrownBy(() -> list().from(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from");
    }

    private Listing<Item> list() {
        return client.request()
                .get("/v10/jobs")
                .query("title", "nightly")
                .listing(new Paging("jobs", "from", "size"), Item.class);
    }

    private static List<Integer> ids(Listing<Item> list) {
        try (Stream<Item> stream = list.stream()) {
            return stream.map(Item::id).toList();
        }
    }

    private void enqueue(String json) {
        server.enqueue(ContentClients.json(json.replace('\'', '"')));
    }
}
