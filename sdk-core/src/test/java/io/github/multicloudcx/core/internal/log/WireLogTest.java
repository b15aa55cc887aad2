package io.github.multicloudcx.core.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.testing.PipelineLog;
import io.github.multicloudcx.core.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.event.Level;

@Timeout(60)
class WireLogTest {
    private static final String LOGGER = "io.github.multicloudcx.http";

    private final WireServer server = new WireServer();
    private final CxClient client =
            server.client(builder -> builder.apiKey("key-of-logs").credentials(Credentials.bearer("token-of-logs")));

    @AfterEach
    void close() {
        server.close();
    }

    private ApiResponse<JsonNode> call() {
        return client.request()
                .post("/things/{id}")
                .path("id", "alice@example.com")
                .safeToRepeat()
                .json(Map.of("password", "pw-1234", "title", "nightly"))
                .returning(JsonNode.class)
                .executeForResponse();
    }

    @Test
    void debugIsOneLinePerAttemptWithTheTemplateAndNotTheValues() {
        server.answer(500, "{}").answer(200, "{}");
        try (PipelineLog log = PipelineLog.open(Level.DEBUG)) {
            String trace = call().traceId();
            String start = "DEBUG " + LOGGER + " POST /things/{id} -> ";
            assertThat(log.about(trace))
                    .containsExactly(
                            start + "500 in 0 ms, attempt 1, trace " + trace,
                            start + "200 in 0 ms, attempt 2, trace " + trace);
        }
    }

    @Test
    void debugTellsFailuresInWords() {
        server.cut();
        try (PipelineLog log = PipelineLog.open(Level.DEBUG)) {
            CxException e = Assertions.catchThrowableOfType(
                    CxException.class, client.request().post("/x").returningNothing()::execute);
            assertThat(log.about(e.traceId()))
                    .containsExactly("DEBUG " + LOGGER + " POST /x -> connection broken in 0 ms, attempt 1, trace "
                            + e.traceId());
        }
    }

    @Test
    void nothingIsLoggedAtInfo() {
        server.answer(200, "{}");
        try (PipelineLog log = PipelineLog.open(Level.INFO)) {
            assertThat(log.about(call().traceId())).isEmpty();
        }
    }

    @Test
    void traceShowsHeadersAndBodiesOfBothDirectionsWithoutSecrets() {
        server.answer(WireServer.json(200, "{\"access_token\":\"at-1234\",\"title\":\"nightly\"}")
                .addHeader("Set-Cookie", "session=cookie-1234")
                .addHeader("Location", "https://s3.example/f?X-Amz-Signature=sig-1234"));
        try (PipelineLog log = PipelineLog.open(Level.TRACE)) {
            List<String> lines = log.about(call().traceId());
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0))
                    .startsWith("TRACE " + LOGGER + " -> trace ")
                    .contains(" POST localhost:", " /things/{id} {")
                    .contains("Accept=application/json", "Authorization=****", "x-api-key=****")
                    .contains("\"title\":\"nightly\"", "\"password\":\"****\"");
            assertThat(lines.get(1))
                    .startsWith("TRACE " + LOGGER + " <- trace ")
                    .contains(" 200 ", "Set-Cookie=****", "Location=https://s3.example/f?****")
                    .contains("{\"access_token\":\"****\",\"title\":\"nightly\"}");
            assertThat(String.join("\n", lines))
                    .doesNotContain("key-of-logs", "token-of-logs", "pw-1234", "at-1234", "cookie-1234", "sig-1234")
                    .doesNotContain("alice");
        }
    }

    @Test
    void traceShowsTheBodyThatNobodyElseKeeps() {
        server.answer(200, "[{\"title\":\"nightly\"}]").answer(200, "[{\"title\":\"weekly\"}]");
        try (PipelineLog log = PipelineLog.open(Level.TRACE)) {
            var list = client.request().get("/things").returningList(JsonNode.class);
            for (String title : List.of("nightly", "weekly")) {
                assertThat(
                                title.equals("nightly")
                                        ? list.execute().size()
                                        : list.map(List::size).execute())
                        .isEqualTo(1);
                assertThat(log.about(server.take().getHeaders().get("X-B3-TraceId")))
                        .filteredOn(line -> line.contains("<- "))
                        .singleElement()
                        .asString()
                        .endsWith("[{\"title\":\"" + title + "\"}]");
            }
        }
    }

    @Test
    void traceShowsAnswersThatAreErrorsOrNotAsDocumented() {
        server.answer(400, "{\"message\":\"first\"}")
                .answer(200, "<html>second</html>")
                .answer(200, "{oops");
        try (PipelineLog log = PipelineLog.open(Level.TRACE)) {
            for (String said : List.of("{\"message\":\"first\"}", "<html>second</html>", "{oops")) {
                CxException e = Assertions.catchThrowableOfType(CxException.class, this::call);
                assertThat(log.about(e.traceId()))
                        .filteredOn(line -> line.contains("<- "))
                        .singleElement()
                        .asString()
                        .endsWith(said);
            }
        }
    }

    @Test
    void aLongBodyIsCutAfterRedaction() {
        server.answer(200, "{\"a\":\"" + "x".repeat(20_000) + "\"}");
        try (PipelineLog log = PipelineLog.open(Level.TRACE)) {
            List<String> lines = log.about(call().traceId());
            assertThat(lines.get(1)).endsWith("xxx... (20008 bytes in all)").hasSizeLessThan(9_000);
        }
    }

    @Test
    void noLineAboutADownloadHoldsTheSignatureOfItsLinkOrTheToken() {
        try (WireServer storage = new WireServer();
                PipelineLog log = PipelineLog.open(Level.TRACE)) {
            storage.answer(new MockResponse.Builder().code(503)).answer(200, "the content");
            for (int i = 1; i <= 2; i++) {
                server.answer(new MockResponse.Builder()
                        .code(303)
                        .addHeader("Location", storage.url() + "file?X-Amz-Signature=sig-of-download-" + i));
            }
            client.request()
                    .get("/download-of-logs")
                    .download()
                    .to(new ByteArrayOutputStream())
                    .execute();
            assertThat(storage.take().getTarget()).endsWith("sig-of-download-1");
            assertThat(storage.take().getTarget()).endsWith("sig-of-download-2");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains(" 303 ") && line.contains("Location=" + storage.url()))
                    .hasSize(2)
                    .allMatch(line -> line.contains("file?****"));
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("piece "))
                    .allMatch(line -> line.contains("GET /download-of-logs by http://localhost:"))
                    .satisfiesExactly(
                            line -> assertThat(line).contains(" -> 503, it answered 503 at byte 0 in ", ", piece 1"),
                            line -> assertThat(line).contains(" -> 200 at byte ", ", piece 2"));
            assertThat(String.join("\n", log.lines()))
                    .doesNotContain("sig-of-download", "key-of-logs", "token-of-logs");
        }
    }
}
