package io.github.multicloudcx.core.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Small JSON documents that have much in common. */
final class RandomDocument {
    private final Random random;

    RandomDocument(long seed) {
        this.random = new Random(seed);
    }

    ObjectNode object(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int fields = random.nextInt(5); fields > 0; fields--) {
            object.set(name(), value(depth - 1));
        }
        return object;
    }

    private String name() {
        return new String[] {"a", "b", "c/d", "~e", "0", ""}[random.nextInt(6)];
    }

    private JsonNode value(int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> make.numberNode(random.nextInt(3));
            case 1 -> make.textNode("t" + random.nextInt(3));
            case 2 -> make.booleanNode(random.nextBoolean());
            case 3 -> make.nullNode();
            case 4 -> make.arrayNode().add(random.nextInt(2));
            default -> object(depth);
        };
    }
}
