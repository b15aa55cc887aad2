package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;

/** A secure email. */
record Mail(String id, String address, String securebox, boolean fromConsumer, boolean read, JsonNode content) {
    Mail markedRead() {
        return new Mail(id, address, securebox, fromConsumer, true, content);
    }

    /** What a list and a get show: the fields of the content, and those that only the server knows. */
    ObjectNode json() {
        ObjectNode json = Json.object().put("secureMailId", id);
        if (content.isObject()) {
            json.setAll((ObjectNode) content.deepCopy());
        } else {
            json.set("content", content);
        }
        return json.put("secureMailId", id)
                .put("direction", fromConsumer ? "inbound" : "outbound")
                .put("read", read);
    }
}
