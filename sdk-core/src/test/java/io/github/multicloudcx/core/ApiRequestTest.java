package io.github.multicloudcx.core;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ApiRequestTest {
    private static final String ODD = "/?%.#\\&=+;:@ {}[]|^`<>\"'$,!*()~-_\t\r\n\0aZ0é€漢\u202e\u00a0";

    private final FakeDeployment deployment = new FakeDeployment();
    private final CxClient cx = deployment.builder(new FakeTime()).build();
    private final Api api = cx.api(ApiFamily.UDM);

    @AfterEach
    void close() {
        cx.close();
        deployment.close();
    }

    private RecordedRequest send(ApiRequest request) {
        request.returning(JsonNode.class).execute();
        return deployment.calls().get(deployment.calls().size() - 1);
    }

    private void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
        assertThat(deployment.calls()).isEmpty();
    }

    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
    }

    /** Any text but those that are refused: blank ones and dot segments. */
    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append('.');
                case 1 -> text.append("😀");
                case 2 -> text.append((char) random.nextInt(128));
                default -> text.append(ODD.charAt(random.nextInt(ODD.length())));
            }
        }
        boolean taken = !text.toString().isBlank() && !text.toString().matches("\\.{1,2}");
        return taken ? text.toString() : anyText(random);
    }

    @Test
    void whateverIsFilledInIsOneSegmentThatDecodesToIt() {
        Random random = new Random(20260101);
        for (int i = 0; i < 500; i++) {
            String id = anyText(random);
            RecordedRequest request = send(api.get("/jobs/{id}/files").path("id", id));

            String[] segments = request.getTarget().split("/", -1);
            assertThat(segments).hasSize(5).startsWith("", "udm", "jobs").endsWith("files");
            assertThat(decoded(segments[3])).isEqualTo(id);
            assertThat(request.getUrl().pathSegments()).containsExactly("udm", "jobs", id, "files");
            assertThat(request.getUrl().query()).isNull();
        }
    }

    @Test
    void whateverIsAskedForIsOneParameterThatDecodesToIt() {
        Random random = new Random(20260102);
        for (int i = 0; i < 200; i++) {
            String value = anyText(random);
            RecordedRequest request = send(api.get("/jobs").query("q", value).query("n", 1));

            assertThat(request.getTarget()).startsWith("/udm/jobs?q=").endsWith("&n=1");
            assertThat(request.getUrl().queryParameterValues("q")).containsExactly(value);
            assertThat(request.getUrl().querySize()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ".", ".."})
    void aValueThatIsNoSegmentIsRefusedByName(String value) {
        refused("jobId ", () -> api.get("/jobs/{jobId}").path("jobId", value));
    }

    @Test
    void aNumberIsASegment() {
        assertThat(send(api.get("/jobs/{id}").path("id", -7)).getTarget()).isEqualTo("/udm/jobs/-7");
    }

    @Test
    void placeholdersThatAreUnfilledOrUnknownAreRefusedBeforeAnythingIsSent() {
        refused(
                "id is required",
                () -> api.get("/jobs/{id}").returning(JsonNode.class).execute());
        refused(
                "has no placeholder jobid",
                () -> api.get("/jobs/{id}")
                        .path("id", 1)
                        .path("jobid", 1)
                        .returning(JsonNode.class)
                        .execute());
    }

    @Test
    void queryParametersAreEncodedInOrderAndNullIsLeftOut() {
        RecordedRequest request = send(api.get("/jobs")
                .query("title", "a&b=c d+é#")
                .query("limit", 5)
                .query("all", true)
                .query("absent", (Object) null)
                .query("title", "again"));

        assertThat(request.getTarget())
                .isEqualTo("/udm/jobs?title=a%26b%3Dc%20d%2B%C3%A9%23&limit=5&all=true&title=again");
    }

    @Test
    void aListIsJoinedByCommas() {
        RecordedRequest request = send(api.get("/jobs").query("fields", List.of("a", "b c")));

        assertThat(request.getUrl().queryParameter("fields")).isEqualTo("a,b c");
    }

    @Test
    void aListThatCannotBeJoinedIsRefusedByName() {
        refused("fields separates values by commas", () -> api.get("/jobs").query("fields", List.of("a", "b,c")));
        refused("fields must name one or more", () -> api.get("/jobs").query("fields", List.of()));
        refused("each of fields", () -> api.get("/jobs").query("fields", Arrays.asList("a", null)));
        refused("ids takes one value", () -> api.get("/jobs").query("ids", (Object) List.of(1, 2)));
        refused("ids takes one value", () -> api.get("/jobs").query("ids", new int[] {1, 2}));
        refused("query parameter is required", () -> api.get("/jobs").query(" ", 1));
    }

    @Test
    void headersAreSentAndThoseOfTheCallWin() {
        RecordedRequest request = sendCall(api.get("/jobs")
                .header("X-One", "1")
                .header("X-Two", "2")
                .returning(JsonNode.class)
                .header("x-two", "3"));

        assertThat(request.getHeaders().values("X-One")).containsExactly("1");
        assertThat(request.getHeaders().values("X-Two")).containsExactly("3");
    }

    private RecordedRequest sendCall(Call<JsonNode> call) {
        call.execute();
        return deployment.calls().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Proxy-Authorization",
                "X-API-KEY",
                "Cookie",
                "x-b3-traceid",
                "Host",
                "Content-Length",
                "Transfer-Encoding",
                "Connection"
            })
    void headersOfTheClientAreRefused(String name) {
        refused("header " + name + " is set by the client", () -> api.get("/x").header(name, "1"));
        Call<JsonNode> call = api.get("/x").returning(JsonNode.class);
        refused("header " + name + " is set by the client", () -> call.header(name, "1"));
    }

    @Test
    void headersThatCannotBeSentAreRefusedAndNotQuoted() {
        refused(
                "header name is not the name of an HTTP header",
                () -> api.get("/x").header("a b", "1"));
        refused("header X-One has a line break", () -> api.get("/x").header("X-One", "hunter22\nHost: evil"));
        refused("header X-One is required", () -> api.get("/x").header("X-One", null));
        refused("header name is not", () -> api.get("/x").returningHeader("a b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.get("/x").header("X-One", "hunter22\n"))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter22"));
    }

    private record Model(String title, Integer absent) {}

    @Test
    void aModelIsSentAsJsonWithoutItsNulls() {
        RecordedRequest request = send(api.post("/jobs").json(new Model("ü", null)));

        assertThat(request.getBody().utf8()).isEqualTo("{\"title\":\"ü\"}");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aFormIsSentInOrder() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("z", "a b&c");
        fields.put("a", "é");
        RecordedRequest request = send(api.post("/jobs").form(fields));

        assertThat(request.getBody().utf8()).isEqualTo("z=a+b%26c&a=%C3%A9");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void aPostWithoutContentHasAnEmptyBody() {
        RecordedRequest request = send(api.post("/jobs"));

        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
        assertThat(request.getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void bodiesThatCannotBeSentAreRefused() {
        Map<String, String> noValue = new LinkedHashMap<>();
        noValue.put("a", null);
        refused("GET carries no body", () -> api.get("/x").json(Map.of()));
        refused("GET carries no body", () -> api.get("/x").form(Map.of("a", "b")));
        refused("body is required", () -> api.post("/x").json(null));
        refused("body of type", () -> api.post("/x").json(new Endless()));
        refused("fields is required", () -> api.post("/x").form(null));
        refused("a is required", () -> api.post("/x").form(noValue));
        refused("part is required", () -> api.post("/x").multipart(" ", null));
        refused("upload is required", () -> api.post("/x").multipart("file", null));
    }

    /** Cannot be written as JSON. */
    public static final class Endless {
        public Endless getSelf() {
            return this;
        }
    }

    @Test
    void aDeleteMayCarryABody() {
        assertThat(send(api.delete("/jobs").json(List.of(1, 2))).getBody().utf8())
                .isEqualTo("[1,2]");
    }

    @Test
    void aPostIsRepeatedOnlyWhenItIsMarkedAsSafe() {
        deployment.onCall(request -> json(500, "{}"));

        assertThatExceptionOfType(ServerException.class).isThrownBy(() -> send(api.post("/x")));
        assertThat(deployment.calls()).hasSize(1);

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> send(api.post("/x").safeToRepeat()));
        assertThat(deployment.calls()).hasSize(4);
    }

    @Test
    void adviceBecomesPartOfTheErrorLine() {
        deployment.onCall(request -> json(404, "{}"));

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> send(api.get("/jobs/{id}").path("id", "secret-id").advice(404, "list the jobs first")))
                .withMessageContaining("GET /udm/jobs/{id}")
                .withMessageContaining("list the jobs first")
                .withMessageNotContaining("secret-id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.get("/x").advice(404, " "))
                .withMessageContaining("advice");
    }

    @Test
    void somebodyElseMaySignARequest() {
        RecordedRequest request = send(api.get("/x")
                .authorizedBy(outgoing -> new Authorization(Map.of("X-Signature", outgoing.method()), null)));

        assertThat(request.getHeaders().get("X-Signature")).isEqualTo("GET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.get("/x").authorizedBy(null))
                .withMessageContaining("authenticator");
    }

    @Test
    void aCallDoesNotChangeWithTheRequestItWasMadeOf() {
        ApiRequest request = api.get("/jobs/{id}").path("id", 1).query("a", 1).header("X-One", "1");
        Call<JsonNode> first = request.returning(JsonNode.class);
        Call<JsonNode> second =
                request.path("id", 2).query("b", 2).header("X-One", "2").returning(JsonNode.class);
        first.execute();
        second.execute();
        first.execute();

        assertThat(deployment.calls())
                .extracting(RecordedRequest::getTarget)
                .containsExactly("/udm/jobs/1?a=1", "/udm/jobs/2?a=1&b=2", "/udm/jobs/1?a=1");
        List<String> values = new ArrayList<>();
        deployment.calls().forEach(call -> values.add(call.getHeaders().get("X-One")));
        assertThat(values).containsExactly("1", "2", "1");
    }
}
