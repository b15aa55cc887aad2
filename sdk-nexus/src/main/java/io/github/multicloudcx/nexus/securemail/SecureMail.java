package io.github.multicloudcx.nexus.securemail;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.internal.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * A secure email. The reference does not describe its fields, so it is open JSON.
 *
 * @param json the email as it was answered; an empty object when the server answered none
 */
public record SecureMail(JsonNode json) {
    /**
     * Checks.
     *
     * @param json the email as it was answered; an empty object when the server answered none
     */
    public SecureMail {
        Require.present(json, "json");
    }

    /**
     * Reads the id, from {@code secureMailId}, as sending answers it, else from {@code id}.
     *
     * @return the id, or null when there is none
     */
    public @Nullable String id() {
        String id = JsonValues.text(json.path("secureMailId"));
        return id == null ? JsonValues.text(json.path("id")) : id;
    }

    /** Without the content, which is personal. */
    @Override
    public String toString() {
        return "SecureMail";
    }
}
