package io.github.multicloudcx.core.internal.pipeline;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.testing.PipelineLog;
import io.github.multicloudcx.core.testing.WireRawServer;
import io.github.multicloudcx.core.testing.WireServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;

/** Runs every kind of failure with known secrets and looks for them in all that a person may get to see. */
@Timeout(120)
class PipelineSecretsTest {
    private static final String KEY = "k3y-QmFzZTY0S2V5";
    private static final String TOKEN = "t0k3n.eyJhbGciOi";
    private static final String CLIENT_SECRET = "cl1ent-s3cr3t/+=";
    private static final String PASSWORD = "p4ssw0rd-of-bob";
    private static final String COOKIE = "c00kie-value-123";
    private static final String SIGNATURE = "s1gnature0abcdef";
    private static final String[] SECRETS = {KEY, TOKEN, CLIENT_SECRET, PASSWORD, COOKIE, SIGNATURE};
    private static final String LINK = "https://s3.example.com/bucket/f.zip?X-Amz-Signature=" + SIGNATURE;
    private static final String ECHO =
            "key " + KEY + " with Bearer " + TOKEN + " of " + PASSWORD + " and " + CLIENT_SECRET + " at " + LINK;

    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    private record Row(String name, Function<WireServer, MockResponse.Builder> answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static MockResponse.Builder withCookie(int status, String body) {
        return json(status, body)
                .addHeader("Set-Cookie", "SESSION=" + COOKIE)
                .addHeader("Location", LINK)
                .addHeader("X-Echo", ECHO);
    }

    static Stream<Row> rows() {
        Stream<Row> statuses = Stream.of(302, 400, 401, 403, 404, 409, 415, 422, 429, 500, 502, 503, 504)
                .map(status -> new Row(
                        "engage " + status,
                        ignored -> withCookie(
                                status,
                                "{\"status\":{\"code\":\"" + TOKEN + "\",\"message\":\"" + ECHO
                                        + "\",\"detail\":{\"seen\":\"" + ECHO + "\",\"password\":\"other\"}}}")));
        Stream<Row> others = Stream.of(
                new Row(
                        "rules",
                        ignored -> withCookie(
                                422,
                                "{\"message\":\"" + ECHO + "\",\"errors\":[{\"code\":\"" + KEY + "\",\"field\":\""
                                        + PASSWORD + "\",\"message\":\"" + ECHO + "\"}]}")),
                new Row("unprocessed", ignored -> withCookie(500, "[\"" + ECHO + "\"]")),
                new Row(
                        "oauth",
                        ignored -> withCookie(400, "{\"error\":\"invalid\",\"error_description\":\"" + ECHO + "\"}")),
                new Row("html", ignored -> withCookie(500, "<html>" + ECHO + "</html>")),
                new Row("html as success", ignored -> withCookie(200, "<html>" + ECHO + "</html>")),
                new Row(
                        "wrong type",
                        ignored -> withCookie(200, "{\"status\":{\"code\":0},\"data\":{\"id\":\"" + ECHO + "\"}}")),
                new Row("truncated", ignored -> withCookie(200, "{\"status\":{\"code\":0},\"data\":\"" + ECHO)),
                new Row("trailing", ignored -> withCookie(200, "{} " + ECHO)),
                new Row(
                        "error under success",
                        ignored -> withCookie(200, "{\"status\":{\"code\":5,\"message\":\"" + ECHO + "\"}}")),
                new Row("empty", ignored -> withCookie(200, "")),
                new Row("cut", ignored -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket())),
                new Row(
                        "cut body",
                        ignored -> withCookie(200, "{\"a\":\"" + ECHO + "x".repeat(100_000))
                                .onResponseBody(new SocketEffect.CloseSocket())),
                new Row("silence", ignored -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE)),
                new Row("bad retry-after", ignored -> withCookie(429, "{}").addHeader("Retry-After", ECHO)));
        return Stream.concat(statuses, others);
    }

    record Thing(long id) {}

    private Call<Thing> call(CxClient client) {
        ApiRequest request = client.api(ApiFamily.STATISTICS)
                .post("/things/{id}")
                .path("id", PASSWORD)
                .query("token", TOKEN)
                .safeToRepeat()
                .json(Map.of("password", PASSWORD, "client_secret", CLIENT_SECRET, "note", ECHO));
        return request.returning(Thing.class).retryPolicy(RetryPolicy.standard().maxAttempts(2));
    }

    private CxClient client(Credentials credentials) {
        return server.client(
                builder -> builder.apiKey(KEY).credentials(credentials).readTimeout(Duration.ofMillis(150)));
    }

    /** Learns all secrets, as the typed clients make their credentials known, and sends the token. */
    private static Credentials credentials() {
        return context -> {
            Stream.of(TOKEN, CLIENT_SECRET, PASSWORD).forEach(context::secret);
            return Credentials.bearer(TOKEN).bind(context);
        };
    }

    private static String everythingAbout(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        text.append('\n').append(String.valueOf(thrown.getMessage()));
        if (thrown instanceof ApiException e) {
            text.append(e.answer() + "\n" + e.body() + e.code() + e.answer().message() + e.detail() + e.fieldErrors()
                    + e.unprocessed() + e.context());
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append(everythingAbout(suppressed));
        }
        return text.toString();
    }

    private static void check(Call<?> call) {
        try (PipelineLog log = PipelineLog.open(Level.TRACE)) {
            Throwable thrown = null;
            try {
                call.execute();
            } catch (RuntimeException e) {
                thrown = e;
            }
            assertThat(thrown).isNotNull();
            assertThat(everythingAbout(thrown)).doesNotContain(SECRETS);
            assertThat(String.join("\n", log.lines())).contains("POST /").doesNotContain(SECRETS);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noSecretIsSeenInAnyFailure(Row row) {
        server.answer(row.answer().apply(server)).answer(row.answer().apply(server));
        check(call(client(credentials())));
    }

    @Test
    void noSecretIsSeenWhenNothingCanBeSent() {
        check(call(server.client(builder -> builder.baseUrl("http://127.0.0.1:" + WireRawServer.deadPort())
                .apiKey(KEY)
                .credentials(credentials()))));
        CxClient limited = server.client(builder ->
                builder.apiKey(KEY).credentials(credentials()).rateLimit(new RateLimit(1, Duration.ofHours(1))));
        server.answer(403, "{}");
        check(call(limited));
        check(call(limited));
    }

    @Test
    void noSecretIsSeenWhenSigningInFails() {
        String body = "{\"error\":\"invalid_client\",\"error_description\":\"" + ECHO + "\"}";
        server.answer(json(401, body.replace(PASSWORD, "bob")));
        check(call(client(OAuth.clientCredentials("the-client", CLIENT_SECRET))));
        server.answer(withCookie(400, body));
        check(call(client(OAuth.password("the-client", CLIENT_SECRET, "bob", PASSWORD))));
    }

    @Test
    void noSecretIsSeenInTheTextOfAnythingThatHoldsOne() {
        CxClient client = client(credentials());
        Call<JsonNode> call = client.request()
                .get("/x/{id}")
                .path("id", PASSWORD)
                .returning(JsonNode.class)
                .header("X-Some", TOKEN);
        assertThat(client.toString()
                        + call
                        + Credentials.bearer(TOKEN)
                        + Credentials.basic("bob", PASSWORD)
                        + OAuth.clientCredentials("the-client", CLIENT_SECRET)
                        + new io.github.multicloudcx.core.auth.Authorization(Map.of("Authorization", TOKEN), TOKEN))
                .doesNotContain(SECRETS);
    }
}
