package io.github.multicloudcx.core.internal.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.testing.PipelineSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
    private static Problem of(String text) {
        try {
            return Problems.of(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theGatewaySaysAMessageOnly() {
        Problem problem = of(PipelineSamples.text("gateway.403"));
        assertThat(problem.message()).isEqualTo("Forbidden");
        assertThat(problem.code()).isNull();
    }

    @Test
    void anErrorPageOfSpringHasItsMessageAndNoCode() {
        Problem problem = of("{\"timestamp\":1,\"status\":500,\"error\":\"Internal Server Error\",\"path\":\"/x\"}");
        assertThat(problem.message()).isEqualTo("Internal Server Error");
        assertThat(problem.code()).isNull();
        assertThat(of("{\"status\":404,\"error\":\"Not Found\",\"message\":\"No handler\"}")
                        .message())
                .isEqualTo("No handler");
    }

    @Test
    void anOauthErrorIsACodeWithADescription() {
        Problem problem = of("{\"error\":\"invalid_grant\",\"error_description\":\"expired\"}");
        assertThat(problem.code()).isEqualTo("invalid_grant");
        assertThat(problem.message()).isEqualTo("expired");
    }

    @Test
    void secureEmailHasCodesInWords() {
        Problem problem = of(PipelineSamples.text("listSecureEmails.404"));
        assertThat(problem.code()).isEqualTo("string");
        assertThat(problem.detail().asText()).isEqualTo("string");
    }

    @Test
    void anEmptyDetailIsNone() {
        assertThat(of("{\"status\":{\"code\":1,\"detail\":{}}}").detail()).isNull();
        assertThat(of("{\"status\":{\"code\":1,\"detail\":null}}").detail()).isNull();
    }

    @Test
    void anArrayListsWhatWasNotDone() {
        assertThat(of("[1,\"two\",{\"id\":3},null]").unprocessed()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "7", "\"text\"", "true", "{\"error\":{}}", "{\"message\":{\"a\":1}}"})
    void otherJsonSaysNothing(String text) {
        Problem problem = of(text);
        assertThat(problem.code()).isNull();
        assertThat(problem.message()).isNull();
        assertThat(problem.fieldErrors()).isEmpty();
        assertThat(problem.unprocessed()).isEmpty();
    }

    @Test
    void noBodySaysNothing() {
        assertThat(Problems.of(null)).isEqualTo(Problem.UNKNOWN);
    }
}
