package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.internal.ClientSettings;
import io.github.multicloudcx.core.internal.http.Transport;
import io.github.multicloudcx.core.internal.token.StaticAuthenticator;
import io.github.multicloudcx.core.testing.FakeTime;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PipelineRequestTest {
    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static Call<JsonNode> get(CxClient client) {
        return client.request().get("/things").returning(JsonNode.class);
    }

    @Test
    void everyAttemptCarriesAcceptUserAgentKeyTokenAndTheSameTraceId() {
        CxClient client =
                server.client(builder -> builder.apiKey("the-key").credentials(Credentials.bearer("the-token")));
        server.answer(500, "{}").answer(500, "{}").answer(200, "{}");
        ApiResponse<JsonNode> response = get(client).executeForResponse();
        assertThat(response.traceId()).matches("[0-9a-f]{16}");
        for (int i = 0; i < 3; i++) {
            RecordedRequest request = server.take();
            assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
            assertThat(request.getHeaders().get("User-Agent"))
                    .matches("multicloud-cx-sdk-java/\\d+\\.\\d+\\.\\d+\\S* \\(Java .+\\)");
            assertThat(request.getHeaders().get("X-B3-TraceId")).isEqualTo(response.traceId());
            assertThat(request.getHeaders().values("x-api-key")).containsExactly("the-key");
            assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer the-token");
        }
    }

    /** No endpoint leads elsewhere; should one ever do so, the key stays here. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKeyGoesToTheOriginsOfTheDeploymentOnly(boolean own) {
        ClientSettings.Draft draft = new ClientSettings.Draft();
        draft.base(own ? server.url() : "http://" + server.server.getHostName() + ":1", "baseUrl");
        draft.apiKey = "the-key";
        ClientSettings settings = draft.settings();
        server.answer(200, "{}");
        try (Transport transport = settings.transport();
                Async async = new Async(1)) {
            Engine engine = settings.engine(transport, server.time);
            Connection connection = new Connection(new Pipeline(engine, StaticAuthenticator.none()), async);
            new Calls(
                            connection,
                            new SpecBuilder("GET", new Addresses(server.server.url("/"), ""), "/x", Envelope.BARE))
                    .nothing()
                    .execute();
        }
        assertThat(server.take().getHeaders().values("x-api-key")).hasSize(own ? 1 : 0);
    }

    @Test
    void withoutKeyAndCredentialsNeitherHeaderIsSent() {
        server.answer(200, "{}");
        get(server.client()).execute();
        RecordedRequest request = server.take();
        assertThat(request.getHeaders().names()).doesNotContain("x-api-key", "Authorization");
    }

    @Test
    void eachExecutionHasATraceIdOfItsOwn() {
        Call<JsonNode> call = get(server.client());
        Set<String> traces = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            server.answer(200, "{}");
            traces.add(call.executeForResponse().traceId());
        }
        assertThat(traces).hasSize(20);
    }

    @Test
    void theTraceIdStandsInEveryMessage() {
        server.answer(418, "{}");
        CxException e = catchThrowableOfType(CxException.class, get(server.client())::execute);
        assertThat(e.traceId()).isEqualTo(server.take().getHeaders().get("X-B3-TraceId"));
        assertThat(e).message().endsWith("; 1 attempt, 0 ms, trace " + e.traceId());
    }

    @Test
    void theHeaderOfACallReplacesThatOfTheEndpoint() {
        server.answer(200, "{}");
        server.client()
                .request()
                .get("/things")
                .header("X-Mine", "endpoint")
                .returning(JsonNode.class)
                .header("X-Mine", "call")
                .execute();
        assertThat(server.take().getHeaders().values("X-Mine")).containsExactly("call");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "X-Api-Key",
                "Cookie",
                "X-B3-TraceId",
                "Host",
                "Content-Length",
                "Transfer-Encoding",
                "Connection",
                "Proxy-Authorization"
            })
    void headersThatAreTheClientsOwnCannotBeSet(String name) {
        Call<JsonNode> call = get(server.client());
        assertThatThrownBy(() -> call.header(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void everyAttemptTakesAPermit() {
        CxClient limited = server.client(builder -> builder.rateLimit(new RateLimit(1, Duration.ofSeconds(10))));
        server.answer(500, "{}").answer(200, "{}");
        ApiResponse<JsonNode> response = get(limited).executeForResponse();
        Attempt second = response.attempts().get(1);
        assertThat(second.waited()).isBetween(Duration.ofMillis(9_999), Duration.ofSeconds(10));
        assertThat(second.waitReason()).isIn("back-off, rate limit", "rate limit");
        assertThat(second.start()).isEqualTo(FakeTime.START.plusSeconds(10));
    }

    @Test
    void theTimelineTellsEachAttemptAndTheWholeTime() {
        server.answer(WireServer.json(503, "{}").addHeader("Retry-After", "3")).answer(200, "{\"a\":1}");
        ApiResponse<JsonNode> response = get(server.client()).executeForResponse();
        assertThat(response.attempts())
                .containsExactly(
                        new Attempt(1, FakeTime.START, Duration.ZERO, null, Duration.ZERO, "503"),
                        new Attempt(
                                2,
                                FakeTime.START.plusSeconds(3),
                                Duration.ofSeconds(3),
                                "Retry-After",
                                Duration.ZERO,
                                "200"));
        assertThat(response.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("{\"a\":1}");
        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(response.header("absent")).isNull();
    }

    @Test
    void anAnswerPrintsNeitherValueNorHeadersNorText() {
        server.answer(WireServer.json(200, "{\"a\":\"secret-value\"}").addHeader("Set-Cookie", "secret-cookie"));
        assertThat(get(server.client()).executeForResponse().toString())
                .contains("status=200", "attempts=1")
                .doesNotContain("secret");
    }

    @Test
    void aCallPrintsItsTemplateAndNotTheValues() {
        Call<JsonNode> call = server.client()
                .request()
                .get("/things/{id}")
                .path("id", "alice@example.com")
                .returning(JsonNode.class);
        assertThat(call).hasToString("Call[GET /things/{id}]");
    }
}
