package io.github.multicloudcx.core;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApiTest {
    private final FakeDeployment deployment = new FakeDeployment();
    private final CxClient cx = deployment.builder(new FakeTime()).build();
    private final Api api = cx.api(ApiFamily.UDM);

    @AfterEach
    void close() {
        cx.close();
        deployment.close();
    }

    private static void send(ApiRequest request) {
        request.returningNothing().execute();
    }

    @Test
    void eachMethodIsSentBelowTheBasePath() {
        send(api.get("/x"));
        send(api.post("/x"));
        send(api.put("/x"));
        send(api.patch("/x"));
        send(api.delete("/x"));

        assertThat(deployment.calls())
                .extracting(call -> call.getRequestLine())
                .containsExactly(
                        "GET /udm/x HTTP/1.1",
                        "POST /udm/x HTTP/1.1",
                        "PUT /udm/x HTTP/1.1",
                        "PATCH /udm/x HTTP/1.1",
                        "DELETE /udm/x HTTP/1.1");
    }

    @Test
    void anEnvelopeOfItsOwnHoldsForTheCopyOnly() {
        deployment.onCall(request -> json(200, "{\"status\":{\"code\":0},\"data\":{\"a\":1}}"));

        assertThat(api.envelope(Envelope.ENGAGE)
                        .get("/x")
                        .returning(JsonNode.class)
                        .execute())
                .hasToString("{\"a\":1}");
        assertThat(api.get("/x").returning(JsonNode.class).execute().has("data"))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.envelope(null))
                .withMessageContaining("envelope");
    }

    @Test
    void theEnvelopeOfTheFamilyIsTheDefault() {
        deployment.onCall(request -> json(200, "{\"statusCode\":5,\"statusMessage\":\"no role\"}"));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> send(cx.api(ApiFamily.RECORDING).get("/x")))
                .withMessageContaining("no role");
    }

    @Test
    void aPathThatLooksLikeAnotherHostStaysAPath() {
        send(cx.request().get("//evil.example.com/x"));

        assertThat(deployment.calls()).extracting(call -> call.getTarget()).containsExactly("//evil.example.com/x");
    }

    @Test
    void aPathThatIsNoneIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> api.get("x")).withMessageStartingWith("path ");
        assertThatIllegalArgumentException().isThrownBy(() -> api.get(null)).withMessage("path is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.get("/x?a=1"))
                .withMessageContaining("use query(...)");
    }
}
