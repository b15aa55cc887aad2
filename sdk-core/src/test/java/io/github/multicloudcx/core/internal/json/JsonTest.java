package io.github.multicloudcx.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final ObjectMapper mapper = Json.mapper(false);

    public record Primitive(long id) {}

    public record Boxed(Long id, String title) {}

    public record Dated(Instant at, List<String> files) {}

    @Test
    void unknownFieldsAreIgnoredUnlessTheyAreToBeNoticed() throws JsonProcessingException {
        String json = "{\"id\":7,\"new\":true}";
        assertThat(mapper.readValue(json, Boxed.class)).isEqualTo(new Boxed(7L, null));
        assertThatThrownBy(() -> Json.mapper(true).readValue(json, Boxed.class))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        e -> assertThat(JsonFailure.describe(e))
                                .isEqualTo("$.new is a field that the model does not know"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":7} trailing", "{\"id\":7} {}", "{\"id\":7}]"})
    void nothingMayFollowTheValue(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Boxed.class)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> mapper.readTree(json)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aFractionIsNoInteger() {
        assertThatThrownBy(() -> mapper.readValue("{\"id\":7.9}", Boxed.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}"})
    void aPrimitiveIsNeverMadeUp(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Primitive.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void momentsAreWrittenAsTextAndNullsOfModelsAreLeftOut() throws JsonProcessingException {
        Dated dated = new Dated(Instant.parse("2026-01-02T03:04:05Z"), null);
        assertThat(mapper.writeValueAsString(dated)).isEqualTo("{\"at\":\"2026-01-02T03:04:05Z\"}");
        assertThat(mapper.readValue("{\"at\":\"2026-01-02T03:04:05Z\"}", Dated.class))
                .isEqualTo(dated);
    }

    @Test
    void nullsInsideMapsAndListsAreKept() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(Collections.singletonMap("a", null)))
                .isEqualTo("{\"a\":null}");
        assertThat(mapper.writeValueAsString(Map.of("a", Arrays.asList(1, null))))
                .isEqualTo("{\"a\":[1,null]}");
    }

    @Test
    void theJacksonOfTheBuildIsNewEnough() {
        assertThatCode(Json::checkVersion).doesNotThrowAnyException();
    }
}
