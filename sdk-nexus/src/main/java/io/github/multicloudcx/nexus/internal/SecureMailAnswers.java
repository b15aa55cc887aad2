package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import io.github.multicloudcx.nexus.securemail.SecureMailCount;
import io.github.multicloudcx.nexus.securemail.SentSecureMail;
import org.jspecify.annotations.Nullable;

/** Reads answers of which every field may be absent; the samples of the reference are empty objects. */
final class SecureMailAnswers {
    private SecureMailAnswers() {}

    static SecureMail mail(JsonNode body) {
        return new SecureMail(objectIfAbsent(body.path("secureMail")));
    }

    static JsonNode userData(JsonNode body) {
        return objectIfAbsent(body.path("data"));
    }

    private static JsonNode objectIfAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? JsonNodeFactory.instance.objectNode() : node;
    }

    static SecureMailCount count(JsonNode body) {
        JsonNode count = body.path("data").path("count");
        boolean digits = count.isTextual() && count.textValue().matches("\\d{1,18}");
        boolean number = count.isIntegralNumber() && count.canConvertToLong();
        return new SecureMailCount(number || digits ? Long.valueOf(count.asLong()) : null);
    }

    /** At the top level per the reference; below data as in the other answers. */
    static SentSecureMail sent(JsonNode body) {
        return new SentSecureMail(
                eitherPlace(body, "secureMailId"),
                eitherPlace(body, "selfUri"),
                open(body.path("referenceId")),
                open(body.path("operationId")));
    }

    private static @Nullable String eitherPlace(JsonNode body, String name) {
        String top = JsonValues.text(body.path(name));
        return top == null ? JsonValues.text(body.path("data").path(name)) : top;
    }

    private static @Nullable JsonNode open(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value;
    }
}
