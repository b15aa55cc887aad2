package io.github.multicloudcx.sandbox.internal.architect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;

/** Error bodies, which are not documented: message, code and status. */
final class ArchitectErrors {
    private ArchitectErrors() {}

    static Answer answer(int status, String code, String message) {
        return Answer.json(status, body(status, code, message));
    }

    static ObjectNode body(int status, String code, String message) {
        return Json.object().put("message", message).put("code", code).put("status", status);
    }
}
