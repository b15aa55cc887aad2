package io.github.multicloudcx.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Makes JSON of the names that are documented and the forms that are not. */
public final class RandomJson {
    private final Random random;
    private final List<String> names;
    private final List<String> texts;

    public RandomJson(long seed, List<String> names, List<String> texts) {
        random = new Random(seed);
        this.names = names;
        this.texts = texts;
    }

    public ObjectNode object(int depth) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            node.set(names.get(random.nextInt(names.size())), any(depth - 1));
        }
        return node;
    }

    private JsonNode any(int depth) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> factory.textNode(texts.get(random.nextInt(texts.size())));
            case 1 -> factory.numberNode(random.nextInt());
            case 2 -> factory.booleanNode(random.nextBoolean());
            case 3 -> factory.nullNode();
            case 4 -> array(depth);
            default -> object(depth);
        };
    }

    private ArrayNode array(int depth) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            node.add(any(depth - 1));
        }
        return node;
    }
}
