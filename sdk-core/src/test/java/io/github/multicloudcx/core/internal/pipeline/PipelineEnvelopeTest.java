package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.FieldError;
import io.github.multicloudcx.core.error.UnprocessableException;
import io.github.multicloudcx.core.testing.PipelineSamples;
import io.github.multicloudcx.core.testing.WireServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipelineEnvelopeTest {
    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    private ApiException refused(ApiFamily family) {
        return catchThrowableOfType(
                ApiException.class, server.client().api(family).post("/x").returning(JsonNode.class)::execute);
    }

    @Test
    void dataAndErrorsOfAPartialSuccessBothReachTheCaller() {
        server.answer(200, "{\"status\":{\"code\":2},\"data\":{\"a\":1},\"errors\":[{\"code\":7,\"message\":\"m\"}]}");
        ApiResponse<JsonNode> response = server.client()
                .api(ApiFamily.STATISTICS)
                .get("/x")
                .returning(JsonNode.class)
                .executeForResponse();
        assertThat(response.value().get("a").asInt()).isEqualTo(1);
        assertThat(response.envelope().partial()).isTrue();
        assertThat(response.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("7"));
    }

    @Test
    void anErrorUnderHttp200IsARejectionWithCodeMessageDetailAndBody() {
        String sample = PipelineSamples.text("intro.status-error");
        server.answer(200, sample);
        ApiException e = refused(ApiFamily.STATISTICS);
        assertThat(e)
                .hasMessageStartingWith("200 OK, but an error in the envelope for POST /statistics/v3/x:"
                        + " Resource not found (code 500); the server does not accept the request, check its values;"
                        + " 1 attempt");
        assertThat(e.status()).isEqualTo(200);
        assertThat(e.code()).isEqualTo("500");
        assertThat(e.detail().get("ConfCode").asInt()).isEqualTo(12345);
        assertThat(e.body()).isEqualTo(sample);
        assertThat(e.fate()).isEqualTo(Fate.REJECTED);
    }

    @Test
    void fieldErrorsReachTheCaller() {
        server.answer(422, PipelineSamples.text("grsDeployPackage.field.422"));
        ApiException e = refused(ApiFamily.GRS);
        assertThat(e)
                .isInstanceOf(UnprocessableException.class)
                .hasMessageContaining(
                        "Validation Failed: name: snapshot name is not found (code 1000), deployScheduleDateTime: ");
        assertThat(e.fieldErrors()).extracting(FieldError::field).containsExactly("name", "deployScheduleDateTime");
    }

    @Test
    void theErrorOfAnotherEnvelopeIsUnderstoodWhereverItTurnsUp() {
        server.answer(400, "{\"error\":\"invalid_request\",\"error_description\":\"no\"}");
        assertThat(refused(ApiFamily.RECORDING).code()).isEqualTo("invalid_request");
        server.answer(400, PipelineSamples.text("postRecordingOperation.applyNonDelete.400"));
        assertThat(refused(ApiFamily.STATISTICS).code()).isEqualTo("2");
    }

    @Test
    void aListThatIsNullInItsEnvelopeIsNotAValue() {
        server.answer(200, "{\"status\":{\"code\":0},\"data\":null}");
        assertThat(catchThrowableOfType(
                        RuntimeException.class,
                        server.client().api(ApiFamily.STATISTICS).get("/x").returningList(String.class)::execute))
                .hasMessageContaining("there is no data in it");
    }
}
