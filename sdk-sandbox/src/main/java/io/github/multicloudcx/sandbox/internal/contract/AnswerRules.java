package io.github.multicloudcx.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether what an application answers to a webhook has the documented shape. */
public final class AnswerRules {
    private final SchemaRules schemaRules = new SchemaRules();

    public List<String> problems(String operationId, JsonNode body) {
        Operation operation = Contract.get().operations().get(operationId);
        JsonNode schema = operation == null ? null : operation.answer();
        if (schema == null) {
            throw new IllegalStateException(operationId + " is no webhook");
        }
        return schemaRules.problems(operationId, schema, body);
    }
}
