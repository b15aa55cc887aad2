package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CallTest {
    private final WireServer server = new WireServer();
    private final CxClient client = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    /** The three ends of the pipeline. */
    private enum End {
        EXECUTE {
            @Override
            <T> T of(Call<T> call) {
                return call.execute();
            }
        },
        EXECUTE_ASYNC {
            @Override
            <T> T of(Call<T> call) {
                try {
                    return call.executeAsync().join();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : e;
                }
            }
        },
        EXECUTE_FOR_RESPONSE {
            @Override
            <T> T of(Call<T> call) {
                return call.executeForResponse().value();
            }
        };

        abstract <T> T of(Call<T> call);
    }

    private record Row(String name, Function<Api, Call<?>> call, String answer, Object value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("value", api -> api.get("/x").returning(Map.class), "{\"a\":1}", Map.of("a", 1)),
            new Row("list", api -> api.get("/x").returningList(String.class), "[\"a\"]", List.of("a")),
            new Row("one or many", api -> api.get("/x").returningOneOrMany(String.class), "[\"a\"]", List.of("a")),
            new Row("nothing", api -> api.delete("/x").returningNothing(), "{}", null),
            new Row("text", api -> api.get("/x").returningText(), "\"a\"", "a"),
            new Row("header", api -> api.post("/x").returningHeader("Content-Type"), "{}", "application/json"),
            new Row("mapped", api -> api.get("/x").returningText().map(String::length), "\"abc\"", 3),
            new Row("recovering", api -> api.get("/x").returningText().recover(e -> "none"), "\"abc\"", "abc"),
            new Row(
                    "page",
                    api -> api.get("/x")
                            .listing(new Paging("data", "from", "size"), String.class)
                            .page()
                            .map(Page::items),
                    "{\"data\":[\"a\"]}",
                    List.of("a")));

    static Stream<Arguments> rowsAndEnds() {
        return ROWS.stream().flatMap(row -> Stream.of(End.values()).map(end -> Arguments.of(row, end)));
    }

    @ParameterizedTest
    @MethodSource("rowsAndEnds")
    void theThreeEndsGiveTheSameValueAndSendTheSameRequest(Row row, End end) {
        server.answer(500, "{}");
        boolean post = row.name().equals("header");
        if (!post) {
            server.answer(200, row.answer());
        }
        Call<?> call = row.call().apply(client.request());
        if (post) {
            assertThat(catchThrowable(() -> end.of(call))).isInstanceOf(ApiException.class);
            server.answer(200, row.answer());
        }
        assertThat((Object) end.of(call)).isEqualTo(row.value());
        assertThat(server.count()).isEqualTo(2);
        RecordedRequest request = server.take();
        assertThat(request.getTarget()).isEqualTo("/x");
        assertThat(request.getHeaders().get("User-Agent")).startsWith("multicloud-cx-sdk-java/");
    }

    @ParameterizedTest
    @MethodSource("rowsAndEnds")
    void theThreeEndsFailAlike(Row row, End end) {
        server.answer(404, "{\"message\":\"no\"}").answer(200, "<html>");
        Call<?> call = row.call().apply(client.request());
        if (row.name().equals("recovering")) {
            assertThat((Object) end.of(call)).isEqualTo("none");
        } else {
            assertThat(catchThrowable(() -> end.of(call)))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("404 Not Found");
        }
        assertThat(catchThrowable(() -> end.of(call))).isInstanceOf(DecodeException.class);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void executingTwiceSendsTwoRequests(End end) {
        Call<String> call = client.request().get("/x").returningText();
        server.answer(200, "\"a\"").answer(200, "\"b\"");
        assertThat(end.of(call)).isEqualTo("a");
        assertThat(end.of(call)).isEqualTo("b");
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void nothingIsSentBeforeACallIsExecuted() {
        assertThat(client.request().get("/x").returningText()).isNotNull();
        assertThat(server.count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void optionsGoThroughMapAndRecover(End end) {
        Call<Integer> call = client.request()
                .get("/x")
                .returningText()
                .map(String::length)
                .recover(e -> -e.status())
                .header("X-Mine", "1")
                .retryPolicy(RetryPolicy.none())
                .timeout(Duration.ofSeconds(30));
        server.answer(500, "{}");
        assertThat(end.of(call)).isEqualTo(-500);
        assertThat(server.count()).isEqualTo(1);
        assertThat(server.take().getHeaders().get("X-Mine")).isEqualTo("1");
        server.answer(200, "\"abcd\"");
        assertThat(end.of(call)).isEqualTo(4);
    }

    @Test
    void theTimeoutGoesThroughMapAndRecover() {
        server.answer(WireServer.json(503, "{}").addHeader("Retry-After", "5"));
        Call<JsonNode> call = client.request()
                .get("/x")
                .returning(JsonNode.class)
                .map(Function.identity())
                .recover(e -> null)
                .timeout(Duration.ofSeconds(5));
        assertThat(catchThrowableOfType(CxException.class, call::execute).attempts())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void aRecoveryThatReturnsNullLetsTheExceptionThrough(End end) {
        server.answer(404, "{}").answer(400, "{}");
        Call<String> call = client.request().get("/x").returningText().recover(e -> e.status() == 400 ? "bad" : null);
        assertThat(catchThrowable(() -> end.of(call))).isInstanceOf(NotFoundException.class);
        assertThat(end.of(call)).isEqualTo("bad");
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void onlyAnswersOfTheServerAreRecovered(End end) {
        server.cut();
        Call<String> call = client.request().post("/x").returningText().recover(e -> "recovered");
        assertThat(catchThrowable(() -> end.of(call))).isInstanceOf(ConnectionException.class);
    }

    @Test
    void theResponseOfARecoveredCallTellsHowItCame() {
        server.answer(WireServer.json(409, "{\"message\":\"m\"}").addHeader("X-Some", "v"));
        ApiResponse<String> response = client.request()
                .post("/x")
                .returningText()
                .recover(e -> "there already")
                .executeForResponse();
        assertThat(response.value()).isEqualTo("there already");
        assertThat(response.status()).isEqualTo(409);
        assertThat(response.header("x-some")).isEqualTo("v");
        assertThat(response.text()).isEqualTo("{\"message\":\"m\"}");
        assertThat(response.traceId()).matches("[0-9a-f]{16}");
        assertThat(response.attempts()).hasSize(1);
    }

    @Test
    void mappingKeepsTheRestOfTheResponse() {
        server.answer(200, "\"abc\"");
        ApiResponse<Integer> response =
                client.request().get("/x").returningText().map(String::length).executeForResponse();
        assertThat(response.value()).isEqualTo(3);
        assertThat(response.text()).isEqualTo("\"abc\"");
        assertThat(response.attempts()).hasSize(1);
    }

    @Test
    void anAsyncFailureShowsWhereTheCallWasMade() {
        server.answer(404, "{}");
        Throwable thrown = catchThrowable(
                () -> client.request().get("/x").returningText().executeAsync().join());
        assertThat(thrown.getCause().getSuppressed())
                .anySatisfy(suppressed -> assertThat(suppressed.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(CallTest.class.getName())));
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void fakesOfCallsBehaveLikeCalls(End end) {
        assertThat(end.of(Call.of("a").timeout(Duration.ofSeconds(1)).map(String::length)))
                .isEqualTo(1);
        CxException failure = new ConnectionException("m", null, new ErrorContext(Fate.NOT_SENT));
        assertThat(catchThrowable(() -> end.of(Call.<String>failed(failure)))).isSameAs(failure);
        ApiException refusal = new ApiException(
                "m", new io.github.multicloudcx.core.error.ErrorAnswer(409), new ErrorContext(Fate.REJECTED));
        assertThat(end.of(Call.<String>failed(refusal).recover(e -> "r"))).isEqualTo("r");
        assertThat(Call.of("a").executeForResponse().status()).isEqualTo(200);
    }
}
