package io.github.multicloudcx.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFailureTest {
    private static final String SECRET = "hunter2-secret";

    private final ObjectMapper mapper = Json.mapper(false);

    enum Color {
        RED
    }

    public record Inner(Integer number, Boolean flag, List<Long> numbers) {}

    public record Checked(String name) {
        public Checked {
            throw new IllegalArgumentException("bad: " + name);
        }
    }

    public record Model(
            Integer number,
            long primitive,
            Boolean flag,
            boolean bool,
            String text,
            double fraction,
            BigDecimal decimal,
            Instant at,
            LocalDate date,
            UUID uuid,
            Color color,
            Inner inner,
            List<Inner> inners,
            Map<String, Integer> map,
            Checked checked,
            byte[] bytes) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'number':'x'}|$.number is not an integer",
                "{'primitive':null}|$.primitive is not an integer",
                "{'flag':'x'}|$.flag is not a boolean",
                "{'text':{}}|$.text is not a text",
                "{'inners':{}}|$.inners is not an array",
                "{'at':'x'}|$.at is not a valid Instant",
                "{'inner':7}|$.inner is not a valid Inner",
                "{'inners':[{},{'numbers':[1,'x']}]}|$.inners[1].numbers[1] is not an integer",
                "{'map':{'key':'x'}}|$.map.key is not an integer",
                "{'checked':{'name':'x'}}|$.checked is not what the model expects",
                "[1]|$ is not a valid Model",
                "{'number':|no valid JSON at line 1, column 11"
            })
    void thePlaceAndTheExpectedTypeAreNamed(String json, String words) {
        assertThat(JsonFailure.describe(failure(json.replace('\'', '"')))).isEqualTo(words);
    }

    @Test
    void aValueInsideAListIsNamedByItsWholePath() {
        JsonProcessingException e = failure("{\"inner\":{\"flag\":[]}}");
        assertThat(JsonFailure.describe(e, "$.jobs[3]")).isEqualTo("$.jobs[3].inner.flag is not a boolean");
        assertThat(JsonFailure.describe(failure("[]"), "$.jobs[3]")).isEqualTo("$.jobs[3] is not a valid Model");
    }

    @Test
    void noValueIsEverQuotedWhereverItStands() {
        List<String> fields = List.of(
                "number",
                "primitive",
                "flag",
                "bool",
                "text",
                "fraction",
                "decimal",
                "at",
                "date",
                "uuid",
                "color",
                "inner",
                "inners",
                "map",
                "checked",
                "bytes");
        List<String> shapes = List.of(
                "\"" + SECRET + "\"",
                "{\"name\":\"" + SECRET + "\"}",
                "[\"" + SECRET + "\"]",
                "{\"numbers\":[\"" + SECRET + "\"],\"flag\":\"" + SECRET + "\"}",
                "[{\"number\":\"" + SECRET + "\"}]",
                SECRET,
                "\"" + SECRET,
                "\"" + SECRET + "\\x\"",
                "\"" + SECRET + "\u0001\"",
                "-" + SECRET);
        int failed = 0;
        for (String field : fields) {
            for (String shape : shapes) {
                failed += check("{\"" + field + "\":" + shape + "}");
            }
        }
        assertThat(failed).isGreaterThan(100);
    }

    @Test
    void noValueIsQuotedWhereverAnAnswerIsCutOrDamaged() {
        String whole = "{\"text\":\"" + SECRET + "\",\"inner\":{\"number\":1,\"flag\":true},\"uuid\":\"" + SECRET
                + "\",\"map\":{\"a\":1}}";
        Random random = new Random(7);
        List<String> damaged = new ArrayList<>();
        for (int i = 0; i < whole.length(); i++) {
            damaged.add(whole.substring(0, i));
            damaged.add(whole.substring(0, i) + (char) (32 + random.nextInt(90)) + whole.substring(i + 1));
        }
        damaged.forEach(this::check);
    }

    private int check(String json) {
        try {
            mapper.readValue(json, Model.class);
            return 0;
        } catch (JsonProcessingException e) {
            assertThat(JsonFailure.describe(e)).doesNotContain("hunter2").doesNotContain("secret");
            return 1;
        }
    }

    private JsonProcessingException failure(String json) {
        try {
            mapper.readValue(json, Model.class);
        } catch (JsonProcessingException e) {
            return e;
        }
        throw new AssertionError("was read: " + json);
    }
}
