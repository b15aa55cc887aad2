package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the two webhooks expect of an answer. */
enum WebhookKind {
    /** Any 2xx accepts, 5xx asks for a redelivery, and the answer names the message. */
    MESSAGING("receiveOutgoingMessage") {
        @Override
        boolean accepts(int status) {
            return status / 100 == 2;
        }

        @Override
        boolean again(int status) {
            return status / 100 == 5;
        }

        @Override
        List<String> problems(int status, Optional<JsonNode> body) {
            List<String> problems = new ArrayList<>();
            if (status != 200) {
                problems.add("200 is recommended, not " + status);
            }
            if (body.isEmpty() || !body.get().isObject()) {
                problems.add("the body is not a JSON object");
            } else if (body.get().has("messageId")
                    && !body.get().path("messageId").isTextual()) {
                problems.add("messageId is not a text");
            }
            return problems;
        }
    },
    /** Nothing but 200 accepts. */
    INTERACTIONS("receiveInteractionEvents") {
        @Override
        boolean accepts(int status) {
            return status == 200;
        }

        @Override
        boolean again(int status) {
            return true;
        }

        @Override
        List<String> problems(int status, Optional<JsonNode> body) {
            boolean envelope =
                    body.isPresent() && body.get().path("status").path("code").isInt();
            return envelope ? List.of() : List.of("the body has no status with a code");
        }
    };

    private final String operationId;

    WebhookKind(String operationId) {
        this.operationId = operationId;
    }

    String operationId() {
        return operationId;
    }

    abstract boolean accepts(int status);

    abstract boolean again(int status);

    abstract List<String> problems(int status, Optional<JsonNode> body);
}
