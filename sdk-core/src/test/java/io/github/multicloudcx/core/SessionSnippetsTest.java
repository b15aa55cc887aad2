package io.github.multicloudcx.core;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The snippets of docs/core.md about whole answers, sessions and long polls. */
class SessionSnippetsTest {
    private final WireServer server = new WireServer();
    private final CxClient cx = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    record Tagged(String title, String etag) {}

    @Test
    void wholeAnswers() {
        String jobId = "7";
        server.answer(json(200, "{\"title\":\"nightly\"}").addHeader("ETag", "\"v1\""));
        Call<Tagged> call = cx.api(ApiFamily.UDM)
                .get("/v10/export/jobs/{id}")
                .path("id", jobId)
                .returning(JsonNode.class)
                .mapResponse(answer -> new Tagged(answer.value().path("title").asText(), answer.header("ETag")));
        CompletableFuture<ApiResponse<Tagged>> later = call.executeForResponseAsync();
        assertThat(later.join().value()).isEqualTo(new Tagged("nightly", "\"v1\""));
        assertThat(later.join().status()).isEqualTo(200);
    }

    @Test
    void sessions() {
        Map<String, Object> wanted = Map.of("operationId", "1");
        server.answer(json(200, "{\"status\":{\"code\":0},\"data\":{\"subscriptionId\":\"S1\"}}")
                .addHeader("Set-Cookie", "STATISTICS_SESSIONID=abc; Path=/"));
        server.answer(200, "{\"status\":{\"code\":0},\"data\":{\"statistics\":[]}}");
        SessionCookies session = new SessionCookies();
        Api api = cx.api(ApiFamily.STATISTICS).session(session);
        JsonNode created = api.post("/subscriptions")
                .json(wanted)
                .returning(JsonNode.class)
                .execute();
        JsonNode values = api.get("/subscriptions/{id}/statistic-values")
                .path("id", created.path("subscriptionId").asText())
                .returning(JsonNode.class)
                .execute();
        assertThat(values.path("statistics").isArray()).isTrue();
        assertThat(session.names()).containsExactly("STATISTICS_SESSIONID");
        assertThat(server.take().getHeaders().get("Cookie")).isNull();
        assertThat(server.take().getHeaders().get("Cookie")).isEqualTo("STATISTICS_SESSIONID=abc");
        longPolls(api);
    }

    private void longPolls(Api api) {
        server.answer(200, "{\"status\":{\"code\":0},\"data\":[\"news\"]}");
        JsonNode news = api.post("/events")
                .longPoll()
                .returning(JsonNode.class)
                .timeout(Duration.ofSeconds(40))
                .execute();
        assertThat(news.path(0).asText()).isEqualTo("news");
    }
}
