package io.github.multicloudcx.core.internal.pipeline;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.testing.WireServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PipelineBadAnswerTest {
    private static final long TERABYTE = 1L << 40;

    private final WireServer server = new WireServer();

    /** A model. */
    record Thing(long id, String name, List<Part> parts) {}

    /** A part of it. */
    record Part(int size) {}

    @AfterEach
    void close() {
        server.close();
    }

    private DecodeException undecodable(Class<?> type) {
        return catchThrowableOfType(
                DecodeException.class,
                server.client().request().get("/things/{id}").path("id", 1).returning(type)::execute);
    }

    private <E extends Throwable> E failure(CxClient client, Class<E> type) {
        return catchThrowableOfType(
                type, client.request().get("/things/{id}").path("id", 1).returning(JsonNode.class)::execute);
    }

    @Test
    void anHtmlPageInPlaceOfJsonIsNamedAsOne() {
        server.answer(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html;charset=utf-8")
                .body("<html>Sign in</html>"));
        assertThat(undecodable(JsonNode.class))
                .hasMessageStartingWith("Answer not as documented for GET /things/{id};"
                        + " an HTML page where JSON was due; check the base URL; 1 attempt");
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void aPageThatBreaksOffIsABrokenConnectionAndAskedForAgain() {
        server.answer(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>" + "x".repeat(1000))
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE));
        server.answer(200, "{}");
        assertThat(server.client().request().get("/x").returning(JsonNode.class).execute())
                .isEmpty();
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void anHtmlPageWithTheTypeOfJsonIsRecognisedByItsFirstCharacter() {
        server.answer(200, "\n  <!DOCTYPE html><html></html>");
        assertThat(undecodable(JsonNode.class)).hasMessageContaining("an HTML page where JSON was due");
    }

    @Test
    void anHtmlPageUnderAnErrorStatusKeepsTheStatusAndTheBeginningOfThePage() {
        server.answer(new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "text/html")
                .body("<html>nginx</html>"));
        NotFoundException e = failure(server.client(), NotFoundException.class);
        assertThat(e)
                .hasMessageStartingWith("404 Not Found for GET /things/{id}; nothing is there, check {id}; 1 attempt");
        assertThat(e.body()).isEqualTo("<html>nginx</html>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"hunter2\"} | $.id is not an integer",
                "{\"id\":7.9} | $.id is not an integer",
                "{\"id\":null} | $.id is not an integer",
                "{\"id\":99999999999999999999} | $.id is not",
                "{\"id\":1,\"parts\":[{\"size\":1},{\"size\":\"hunter2\"}]} | $.parts[1].size is not an integer",
                "{\"id\":1,\"parts\":\"hunter2\"} | $.parts is not an array",
                "{\"id\":1,\"name\":{\"hunter2\":1}} | $.name is not a text",
                "[\"hunter2\"] | $ is not a valid Thing",
                "\"hunter2\" | $ is not a valid Thing",
                "{\"id\":7} {\"id\":8} | more than one JSON value",
                "{\"id\":7} hunter2 | no valid JSON",
                "{\"id\":7,\"name\":\"hunter2 | no valid JSON",
                "{\"id\":7, | no valid JSON",
                "hunter2 | no valid JSON at line 1, column",
                "null | there is no data in it",
                "` ` | status 200 without a body where JSON was due",
                "`` | status 200 without a body where JSON was due"
            })
    void whatIsWrongIsNamedByItsPlaceAndNeverByItsValue(String body, String what) {
        server.answer(200, body);
        DecodeException e = undecodable(Thing.class);
        assertThat(e).hasMessageContaining(what).message().doesNotContain("hunter2");
        assertThat(e.getCause()).isNull();
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(server.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 204})
    void noContentWhereAValueIsDueIsAnError(int status) {
        server.answer(new MockResponse.Builder().code(status));
        assertThat(undecodable(Thing.class))
                .hasMessageContaining("status " + status + " without a body where JSON was due");
    }

    @Test
    void noContentIsFineWhereNothingOrAListIsDue() {
        CxClient client = server.client();
        server.answer(new MockResponse.Builder().code(204)).answer(new MockResponse.Builder().code(204));
        client.request().delete("/x").returningNothing().execute();
        assertThat(client.request().get("/x").returningList(Thing.class).execute())
                .isEmpty();
    }

    @Test
    void unknownFieldsAreIgnoredUnlessATestAsksForThem() {
        String body = "{\"id\":1,\"fresh\":true}";
        server.answer(200, body).answer(200, body);
        assertThat(server.client().request().get("/x").returning(Thing.class).execute())
                .isEqualTo(new Thing(1, null, null));
        CxClient strict = server.client(builder -> builder.failOnUnknownFields(true));
        assertThat(catchThrowableOfType(
                        DecodeException.class, strict.request().get("/x").returning(Thing.class)::execute))
                .hasMessageContaining("$.fresh is a field that the model does not know");
    }

    /** Makes its bytes while it is read. */
    private static final class Endless implements MockResponseBody {
        private final AtomicLong written = new AtomicLong();

        @Override
        public long getContentLength() {
            return TERABYTE;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            byte[] piece = " ".repeat(64 * 1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            while (written.addAndGet(piece.length) <= TERABYTE) {
                sink.write(piece);
            }
        }
    }

    @Test
    void aHugeBodyWhereASmallOneIsDueIsGivenUpAtTheLimit() {
        Endless body = new Endless();
        server.answer(json(200, "").body(body));
        DecodeException e = failure(server.client(builder -> builder.maxBodyBytes(1000)), DecodeException.class);
        assertThat(e)
                .hasMessageContaining("the body is larger than 1000 bytes; stream the list, ask for less,"
                        + " or raise maxBodyBytes");
        assertThat(body.written).hasValueLessThan(TERABYTE);
    }

    @Test
    void aHugeErrorBodyIsGivenUpToo() {
        Endless body = new Endless();
        server.answer(json(400, "").body(body));
        ApiException e = failure(server.client(), ApiException.class);
        assertThat(e.body()).hasSizeLessThanOrEqualTo(8 * 1024);
        assertThat(body.written).hasValueLessThan(TERABYTE);
    }

    @Test
    void aBodyOfExactlyTheLimitIsRead() {
        server.answer(200, "{\"a\":123}");
        server.client(builder -> builder.maxBodyBytes(9))
                .request()
                .get("/x")
                .returning(JsonNode.class)
                .execute();
        server.answer(200, "{\"a\":1234}");
        failure(server.client(builder -> builder.maxBodyBytes(9)), DecodeException.class);
    }

    @Test
    void noLimitAtAllIsALimitToo() {
        server.answer(200, "{}");
        assertThat(server.client(builder -> builder.maxBodyBytes(Long.MAX_VALUE))
                        .request()
                        .get("/x")
                        .returning(JsonNode.class)
                        .execute())
                .isEmpty();
    }

    @Test
    void anErrorBodyIsCutAt8Kibibytes() {
        server.answer(400, "x".repeat(20_000));
        assertThat(failure(server.client(), ApiException.class).body()).isEqualTo("x".repeat(8 * 1024));
    }

    @Test
    void aLongSecretInAnErrorBodyIsNoReasonToOverflowTheStack() {
        server.answer(400, "{\"token\":\"" + "ab\\\"c".repeat(100_000) + "\"}");
        assertThat(failure(server.client(), ApiException.class).body()).startsWith("{\"token\":\"****");
    }

    @Test
    void aListOfIdsLongerThanWhatIsKeptAsTextIsReadToItsEnd() {
        String ids = "[" + "123456,".repeat(5_000) + "7]";
        server.answer(500, ids);
        assertThat(failure(server.client(), ServerException.class).unprocessed())
                .hasSize(5_001);
    }

    @Test
    void anErrorBodyThatBreaksOffDoesNotHideTheStatus() {
        server.answer(json(400, "{\"message\":\"" + "x".repeat(100_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket()));
        assertThat(failure(server.client(), ApiException.class).status()).isEqualTo(400);
    }

    @Test
    void aConnectionThatBreaksWhileTheBodyIsReadIsNoMalformedJson() {
        for (int i = 0; i < 3; i++) {
            server.answer(json(200, "{\"a\":\"" + "x".repeat(100_000) + "\"}")
                    .onResponseBody(new SocketEffect.CloseSocket()));
        }
        assertThat(failure(server.client(), ConnectionException.class))
                .hasMessageContaining("Broken connection")
                .hasMessageContaining("3 attempts");
    }

    @Test
    void aChunkedBodyThatEndsTooEarlyIsABrokenConnection() {
        server.answer(new MockResponse.Builder()
                .chunkedBody("{\"a\":\"" + "x".repeat(100_000) + "\"}", 1000)
                .onResponseBody(new SocketEffect.CloseSocket()));
        server.answer(200, "{}");
        server.client().request().get("/x").returning(JsonNode.class).execute();
        assertThat(server.count()).isEqualTo(2);
    }
}
