package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Paging;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.testing.ContentClients;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
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
class ItemReaderTest {
    @StartStop
    public final MockWebServer server = new MockWebServer();

    private final ConnectionPool pool = new ConnectionPool();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'id':1},{'id':2}]",
                "{'jobs':[{'id':1},{'id':2}]}",
                "{'count':2,'other':{'jobs':[{'id':9}]},'jobs':[{'id':1},{'id':2}]}",
                "{'status':{'code':0},'jobs':[{'id':1},{'id':2}]}",
                "{'status':'fine','jobs':[{'id':1},{'id':2}]}",
                "{'status':{'code':0},'data':{'count':2,'jobs':[{'id':1},{'id':2}],'size':2}}",
                "{'data':{'other':{'data':{'jobs':[{'id':9}]}},'jobs':[{'id':1},{'id':2}]},'status':{'code':0}}",
                "{'data':{'count':0},'jobs':[{'id':1},{'id':2}]}"
            })
    void theArrayIsFoundBareAndInItsObject(String body) {
        answer(body);
        assertThat(ids()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n "})
    void nothingIsNoEmptyList(String body) {
        answer(body);
        assertThatThrownBy(this::ids)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("status 200 without a body where a list was due");
    }

    @Test
    void noContentIsAnEmptyListWhateverTypeItClaims() {
        server.enqueue(new MockResponse.Builder()
                .code(204)
                .setHeader("Content-Type", "text/html")
                .build());
        assertThat(ids()).isEmpty();
    }

    @Test
    void anErrorUnderStatus200IsAnErrorAndNotOneEmptyItem() {
        answer("{'status':{'code':104,'message':'expired'},'jobs':[{'id':1}]}");
        assertThatThrownBy(this::ids)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("expired")
                .hasMessageContaining("(code 104)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':1}",
                "{}",
                "{'jobs':{'id':1}}",
                "{'jobs':null}",
                "{'data':{}}",
                "{'more':{'jobs':[]}}",
                "{'message':'no','errors':[]}"
            })
    void aLoneObjectIsNoList(String body) {
        answer(body);
        assertThatThrownBy(this::ids)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("$.jobs is not an array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "'text'"})
    void aLoneValueIsNoList(String body) {
        answer(body);
        assertThatThrownBy(this::ids)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("$ is neither an object nor an array");
    }

    @Test
    void anHtmlPageIsNamedAsSuch() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>hello</html>")
                .build());
        assertThatThrownBy(this::ids)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("an HTML page where a list was due; check the base URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{'count':", "{'jobs' [", "nonsense"})
    void whatIsNoJsonIsNamedByItsPlace(String body) {
        answer(body);
        assertThatThrownBy(this::ids)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("no valid JSON at line 1");
    }

    private List<Integer> ids() {
        try (Stream<Item> stream =
                client.request().get("/jobs").listing(new Paging("jobs", "from", "size"), Item.class).stream()) {
            return stream.map(Item::id).toList();
        }
    }

    private void answer(String body) {
        server.enqueue(ContentClients.json(body.replace('\'', '"')));
    }
}
