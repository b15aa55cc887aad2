package io.github.multicloudcx.core.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.json.Json;
import io.github.multicloudcx.core.internal.json.Models;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers that are decoded as they arrive come to the same as those of which a tree is made first. Two differences are
 * meant to be: a number is read as it is written, without a detour by a double or by {@code -0} as an integer, and one
 * of two fields of the same name in a model does not go unread.
 */
class DecodersAgainstTreesTest {
    private static final int ANSWERS = 600;
    private static final List<String> AROUND = List.of(
            "status",
            "code",
            "message",
            "detail",
            "data",
            "items",
            "Items",
            "count",
            "errors",
            "statusCode",
            "statusMessage",
            "error",
            "access_token");
    private static final List<String> FIELDS = List.of("id", "name", "tags", "amount", "more", "status", "unknown");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "0",
            "1",
            "-1",
            "7.9",
            "3000000000",
            "\"\"",
            "\"0\"",
            "\"SUCCESS\"",
            "\"x\"",
            "\"\\u00e9\"",
            "[]",
            "{}",
            "NaN",
            "123456789012345678901234567890",
            "\"\\ud800\"");
    private static final List<String> CODES =
            List.of("0", "0", "0", "1", "2", "\"0\"", "\"SUCCESS\"", "7", "\"E\"", "null");

    /** A model with all kinds of fields. */
    record Thing(long id, String name, List<String> tags, BigDecimal amount, Map<String, Thing> more, Boolean status) {}

    /** The quick way to decode and the simple one. */
    private record Pair(WholeReader.Decoder<?> quick, TreeDecoders.Bytes<?> simple) {}

    private final Random random = new Random(20250102);
    private final ObjectMapper mapper = Json.mapper(false);

    private List<Pair> pairs(Envelope envelope) {
        Decoders quick = new Decoders(new Models(mapper), envelope);
        TreeDecoders simple = new TreeDecoders(mapper, envelope);
        List<String> wrappers = List.of("items", "Items");
        return List.of(
                new Pair(quick.value(Thing.class), simple.value(Thing.class)),
                new Pair(quick.value(JsonNode.class), simple.value(JsonNode.class)),
                new Pair(quick.list(Thing.class), simple.list(Thing.class)),
                new Pair(quick.list(JsonNode.class), simple.list(JsonNode.class)),
                new Pair(quick.list(Thing.class, wrappers), simple.list(Thing.class, wrappers)),
                new Pair(quick.page("items", Thing.class, 20, 2L), simple.page("items", Thing.class, 20, 2)));
    }

    @ParameterizedTest
    @EnumSource(Envelope.class)
    void bothWaysComeToTheSame(Envelope envelope) {
        List<Pair> pairs = pairs(envelope);
        int values = 0;
        for (int i = 0; i < ANSWERS; i++) {
            byte[] body = spoiled(answer().getBytes(UTF_8));
            for (Pair pair : pairs) {
                String simple = outcome(pair.simple(), body);
                assertThat(outcome(pair.quick(), body, random.nextBoolean()))
                        .as(new String(body, UTF_8))
                        .isEqualTo(simple);
                values += simple.startsWith("value") ? 1 : 0;
            }
        }
        assertThat(values).isGreaterThan(ANSWERS / 50);
    }

    private String outcome(TreeDecoders.Bytes<?> decoder, byte[] body) {
        String text = new String(body, UTF_8);
        try {
            return told(decoder.decode(body));
        } catch (BadAnswer e) {
            return told(e) + " body " + text;
        }
    }

    private String outcome(WholeReader.Decoder<?> decoder, byte[] body, boolean whole) {
        Answer answer = AnswerOf.bytes(200, name -> null, "application/json", body, whole);
        try {
            AttemptReader.Read<?> read = decoder.decode(answer);
            assertThat(read.text() == null ? null : read.text().get())
                    .isEqualTo(whole ? new String(body, UTF_8) : null);
            return told(read);
        } catch (BadAnswer e) {
            return told(e) + " body " + e.in(shown(answer)).body();
        } catch (IOException e) {
            throw new AssertionError(new String(body, UTF_8), e);
        }
    }

    private static String shown(Answer answer) {
        try {
            return answer.body().shown();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String told(AttemptReader.Read<?> read) {
        return "value " + read.value() + " status " + read.status() + " errors " + read.errors();
    }

    private static String told(BadAnswer bad) {
        return bad.getMessage() + " problem " + bad.problem();
    }

    private String answer() {
        return switch (random.nextInt(6)) {
            case 0 -> json(AROUND, 4);
            case 1 -> things();
            case 2 -> thing(2);
            default -> envelope();
        };
    }

    /** In any order, some of it twice. */
    private String envelope() {
        List<String> fields = new ArrayList<>();
        fields.add("\"status\":" + status());
        fields.add("\"data\":" + data());
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.add(
                    switch (random.nextInt(9)) {
                        case 0 -> "\"status\":" + status();
                        case 1 -> "\"data\":" + data();
                        case 2 -> "\"items\":" + things();
                        case 3 -> "\"Items\":" + things();
                        case 4 -> "\"count\":" + random.nextInt(50);
                        case 5 -> "\"errors\":[" + status() + "," + "{\"status\":" + status() + "}]";
                        case 6 -> "\"statusCode\":" + CODES.get(random.nextInt(CODES.size()));
                        case 7 -> thing(1).replaceAll("^\\{|}$", "");
                        default -> '"' + AROUND.get(random.nextInt(AROUND.size())) + "\":" + json(AROUND, 2);
                    });
        }
        fields.removeIf(String::isEmpty);
        if (random.nextInt(3) == 0) {
            fields.add("\"statusCode\":" + CODES.get(random.nextInt(CODES.size())));
        }
        Collections.shuffle(fields, random);
        if (random.nextInt(3) == 0) {
            fields.remove(0);
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private String status() {
        return random.nextInt(10) == 0
                ? json(AROUND, 2)
                : "{\"code\":" + CODES.get(random.nextInt(CODES.size())) + ",\"message\":\"m\",\"detail\":"
                        + json(AROUND, 1) + "}";
    }

    private String data() {
        return switch (random.nextInt(6)) {
            case 0 -> json(FIELDS, 2);
            case 1, 2 -> thing(2);
            case 3 -> "{\"count\":" + random.nextInt(50) + ",\"items\":" + things() + "}";
            default -> things();
        };
    }

    private String things() {
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(random.nextInt(8) == 0 ? "null" : thing(2));
        }
        return "[" + String.join(",", all) + "]";
    }

    /** Mostly as the model expects it, each field once. */
    private String thing(int depth) {
        List<String> fields = new ArrayList<>();
        for (String name : FIELDS) {
            if (name.equals("id") || random.nextBoolean()) {
                fields.add("\"" + name + "\":" + (random.nextInt(30) == 0 ? json(FIELDS, 2) : fitting(name, depth)));
            }
        }
        Collections.shuffle(fields, random);
        return "{" + String.join(",", fields) + "}";
    }

    private String fitting(String name, int depth) {
        return switch (name) {
            case "id" -> Long.toString(random.nextLong());
            case "name" -> "\"n" + random.nextInt(9) + "\"";
            case "tags" -> "[\"a\",null]";
            case "amount" -> random.nextInt(100) + ".5";
            case "more" -> depth == 0 ? "null" : "{\"k\":" + thing(depth - 1) + "}";
            case "status" -> "true";
            default -> json(FIELDS, 2);
        };
    }

    private String json(List<String> names, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind < 2) {
            return SCALARS.get(random.nextInt(SCALARS.size()));
        }
        List<String> open = new ArrayList<>(names);
        Collections.shuffle(open, random);
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add((kind == 2 ? '"' + open.get(i) + "\":" : "") + json(names, depth - 1));
        }
        return (kind == 2 ? "{" : "[") + String.join(",", all) + (kind == 2 ? "}" : "]");
    }

    private byte[] spoiled(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 128);
        }
        return copy;
    }
}
