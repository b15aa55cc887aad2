package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.internal.contract.AnswerRules;
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
            List<String> problems = new ArrayList<>(shape(body));
            if (status != 200) {
                problems.add("200 is recommended, not " + status);
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
            List<String> problems = new ArrayList<>(shape(body));
            if (problems.isEmpty() && !body.orElseThrow().path("status").has("code")) {
                problems.add("the body has no status with a code");
            }
            return problems;
        }
    };

    private static final AnswerRules RULES = new AnswerRules();

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

    List<String> shape(Optional<JsonNode> body) {
        return body.filter(JsonNode::isObject)
                .map(json -> RULES.problems(operationId, json))
                .orElse(List.of("the body is not a JSON object"));
    }
}
