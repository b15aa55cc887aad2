package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.Problems;
import io.github.multicloudcx.core.internal.json.Json;
import io.github.multicloudcx.core.internal.json.Models;
import io.github.multicloudcx.core.internal.log.Redactor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever arrives is a value or a {@link BadAnswer}, which becomes an exception of the SDK; nothing else is thrown. */
class PipelineFuzzTest {
    private static final List<String> NAMES = List.of(
            "status",
            "code",
            "message",
            "detail",
            "data",
            "errors",
            "statusCode",
            "statusMessage",
            "error",
            "field",
            "error_description",
            "timestamp",
            "id",
            "name",
            "tags",
            "amount",
            "more",
            "access_token",
            "total");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "0",
            "1",
            "-1",
            "7.9",
            "1e400",
            "1e999999999",
            "-0",
            "123456789012345678901234567890",
            "\"\"",
            "\"0\"",
            "\"SUCCESS\"",
            "\"\\ud800\"",
            "\"x\"",
            "[]",
            "{}",
            "NaN",
            "\"\\u0000\"");

    /** A model with all kinds of fields. */
    record Thing(long id, String name, List<String> tags, BigDecimal amount, Map<String, Thing> more, Boolean status) {}

    private final Random random = new Random(20250101);

    private String json(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        StringBuilder text = new StringBuilder();
        if (kind < 2) {
            return SCALARS.get(random.nextInt(SCALARS.size()));
        }
        int size = random.nextInt(5);
        text.append(kind == 2 ? '{' : '[');
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ",");
            text.append(kind == 2 ? '"' + NAMES.get(random.nextInt(NAMES.size())) + "\":" : "");
            text.append(json(depth - 1));
        }
        return text.append(kind == 2 ? '}' : ']').toString();
    }

    private byte[] spoiled(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(3); i > 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    @ParameterizedTest
    @EnumSource(Envelope.class)
    void noJsonWhatsoeverThrowsAnythingElse(Envelope envelope) {
        Decoders decoders = new Decoders(new Models(Json.mapper(false)), envelope);
        List<WholeReader.Decoder<?>> all = List.of(
                decoders.value(Thing.class),
                decoders.value(JsonNode.class),
                decoders.list(Thing.class),
                decoders.oneOrMany(Thing.class),
                decoders.page("data", Thing.class, 0, 10L),
                decoders.text(),
                decoders.header("Location"),
                decoders.nothing());
        int values = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] body = spoiled(json(5).getBytes(StandardCharsets.UTF_8));
            for (WholeReader.Decoder<?> decoder : all) {
                values += decodes(decoder, answer(body)) ? 1 : 0;
            }
        }
        assertThat(values).isPositive();
    }

    private Answer answer(byte[] body) {
        return AnswerOf.bytes(200, name -> null, "application/json", body, random.nextBoolean());
    }

    private static boolean decodes(WholeReader.Decoder<?> decoder, Answer answer) {
        try {
            return decoder.decode(answer) != null;
        } catch (BadAnswer e) {
            return false;
        } catch (IOException | RuntimeException | Error e) {
            return fail("threw on " + answer.text(), e);
        }
    }

    @Test
    void noErrorBodyWhatsoeverThrows() throws Exception {
        ObjectMapper mapper = Json.mapper(false);
        Redactor redactor = new Redactor();
        for (int i = 0; i < 20_000; i++) {
            String text = json(5);
            if (!text.contains("NaN") && !text.contains("1e999999999")) {
                var problem = Problems.of(mapper.readTree(text));
                assertThat(problem).isNotNull();
                if (problem.detail() != null) {
                    assertThat(redactor.json(problem.detail())).isNotNull();
                }
            }
            assertThat(redactor.text(text)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Envelope.class)
    void bytesInNoEncodingThrowNothingElse(Envelope envelope) {
        WholeReader.Decoder<?> decoder = new Decoders(new Models(Json.mapper(false)), envelope).value(JsonNode.class);
        byte[][] bodies = {
            {0, 0, 0, 0x7b, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
            {0, 0, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
            {(byte) 0xff, (byte) 0xfe, 0x7b},
            {(byte) 0xc3, 0x28}
        };
        for (byte[] body : bodies) {
            assertThat(decodes(decoder, answer(body))).isFalse();
        }
    }

    /** Older versions of Jackson take half a character for a character, newer ones do not. */
    @ParameterizedTest
    @EnumSource(Envelope.class)
    void halfACharacterThrowsNothingElse(Envelope envelope) {
        WholeReader.Decoder<?> decoder = new Decoders(new Models(Json.mapper(false)), envelope).value(JsonNode.class);
        byte[] body = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        assertThatCode(() -> decodes(decoder, answer(body))).doesNotThrowAnyException();
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsRefused() {
        WholeReader.Decoder<?> decoder =
                new Decoders(new Models(Json.mapper(false)), Envelope.BARE).value(JsonNode.class);
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThat(decodes(decoder, answer(deep))).isFalse();
    }
}
