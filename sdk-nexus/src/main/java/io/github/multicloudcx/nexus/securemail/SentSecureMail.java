package io.github.multicloudcx.nexus.securemail;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a secure email that was sent; see "createSecureMailResponse" of the reference. Every field may be absent.
 *
 * @param secureMailId id of the email
 * @param selfUri address of the email
 * @param referenceId text or object, of which the reference says no more
 * @param operationId text or object, of which the reference says no more
 */
public record SentSecureMail(
        @Nullable String secureMailId,
        @Nullable String selfUri,
        @Nullable JsonNode referenceId,
        @Nullable JsonNode operationId) {}
