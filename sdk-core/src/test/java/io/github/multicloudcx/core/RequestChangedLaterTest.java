package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.testing.WireServer;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call is what its request was when the call was made. */
@Timeout(60)
class RequestChangedLaterTest {
    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    private ApiRequest request() {
        return server.client()
                .request()
                .post("/things/{id}")
                .path("id", "1")
                .query("q", "first")
                .header("X-One", "first")
                .json(Map.of("body", "first"));
    }

    private static void change(ApiRequest request) {
        request.path("id", "2")
                .query("q", "second")
                .query("r", "second")
                .header("X-One", "second")
                .header("X-Two", "second")
                .json(Map.of("body", "second"));
    }

    private void sentAsItWas() {
        RecordedRequest sent = server.take();
        assertThat(sent.getTarget()).isEqualTo("/things/1?q=first");
        assertThat(sent.getHeaders().values("X-One")).containsExactly("first");
        assertThat(sent.getHeaders().values("X-Two")).isEmpty();
        assertThat(sent.getBody().utf8()).isEqualTo("{\"body\":\"first\"}");
    }

    private void sentAsChanged() {
        RecordedRequest sent = server.take();
        assertThat(sent.getTarget()).isEqualTo("/things/2?q=first&q=second&r=second");
        assertThat(sent.getHeaders().values("X-One")).containsExactly("second");
        assertThat(sent.getHeaders().values("X-Two")).containsExactly("second");
        assertThat(sent.getBody().utf8()).isEqualTo("{\"body\":\"second\"}");
    }

    @Test
    void aCallSendsWhatTheRequestWas() {
        ApiRequest request = request();
        Call<JsonNode> before = request.returning(JsonNode.class);
        change(request);
        Call<JsonNode> after = request.returning(JsonNode.class);
        server.answer(200, "{}").answer(200, "{}").answer(200, "{}");
        before.execute();
        sentAsItWas();
        after.execute();
        sentAsChanged();
        before.execute();
        sentAsItWas();
    }

    @Test
    void aListingSendsWhatTheRequestWas() {
        ApiRequest request = request();
        Listing<JsonNode> before = request.listing(new Paging("items", "from", "size"), JsonNode.class);
        change(request);
        server.answer(200, "{\"items\":[]}").answer(200, "{\"items\":[]}");
        try (Stream<JsonNode> items = before.stream()) {
            assertThat(items).isEmpty();
        }
        sentAsItWas();
        request.returning(JsonNode.class).execute();
        sentAsChanged();
    }

    @Test
    void aListingDoesNotChangeTheRequest() {
        ApiRequest request = request();
        Listing<JsonNode> listing = request.listing(new Paging("items", "from", "size"), JsonNode.class);
        server.answer(200, "{\"items\":[]}").answer(200, "{}");
        try (Stream<JsonNode> items = listing.size(7).stream()) {
            assertThat(items).isEmpty();
        }
        assertThat(server.take().getTarget()).isEqualTo("/things/1?q=first&size=7");
        request.returning(JsonNode.class).execute();
        sentAsItWas();
    }

    @Test
    void aCallGivesTheAdviceThatTheRequestHad() {
        ApiRequest request = request().advice(404, "first advice");
        Call<JsonNode> before = request.returning(JsonNode.class);
        Call<JsonNode> after = request.advice(404, "second advice").returning(JsonNode.class);
        server.answer(404, "{}").answer(404, "{}");
        assertThat(catchThrowableOfType(ApiException.class, before::execute))
                .hasMessageContaining("first advice")
                .hasMessageNotContaining("second advice");
        assertThat(catchThrowableOfType(ApiException.class, after::execute))
                .hasMessageContaining("second advice")
                .hasMessageNotContaining("first advice");
    }

    @Test
    void aCallHidesTheSecretsThatTheRequestHad() {
        ApiRequest request = request().secret("secret-one");
        Call<JsonNode> before = request.returning(JsonNode.class);
        Call<JsonNode> after = request.secret("secret-two").returning(JsonNode.class);
        String body = "{\"message\":\"not secret-one and secret-two\"}";
        server.answer(400, body).answer(400, body);
        assertThat(catchThrowableOfType(ApiException.class, before::execute))
                .hasMessageContaining("secret-two")
                .hasMessageNotContaining("secret-one");
        assertThat(catchThrowableOfType(ApiException.class, after::execute))
                .hasMessageNotContaining("secret-two")
                .hasMessageNotContaining("secret-one");
    }
}
