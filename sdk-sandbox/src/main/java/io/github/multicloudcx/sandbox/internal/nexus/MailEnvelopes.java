package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;

/** What the answers of secure email have in common. */
final class MailEnvelopes {
    private final NexusSettings settings;

    MailEnvelopes(NexusSettings settings) {
        this.settings = settings;
    }

    ObjectNode success() {
        return envelope(0, "SUCCESS", "");
    }

    Answer failure(int status, String code, String message) {
        return Answer.json(status, envelope(status, code, message));
    }

    private ObjectNode envelope(int number, String code, String message) {
        ObjectNode body = Json.object();
        if (settings.referencesAreObjects()) {
            body.putObject("referenceId");
            body.putObject("operationId");
        } else {
            body.put("referenceId", "r-1").put("operationId", "o-1");
        }
        ObjectNode status = body.putObject("status");
        if (settings.mailCodesAreNumbers()) {
            status.put("code", number);
        } else {
            status.put("code", code);
        }
        status.put("message", message).put("detail", "");
        return body;
    }
}
