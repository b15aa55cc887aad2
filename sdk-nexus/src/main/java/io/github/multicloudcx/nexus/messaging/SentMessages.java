package io.github.multicloudcx.nexus.messaging;

import io.github.multicloudcx.core.internal.check.Require;
import java.util.List;

/**
 * Answer to messages; see "InboundMessageResponse" of the reference.
 *
 * @param ids ids of the accepted messages; none when the server gives none, as it does for receipts
 */
public record SentMessages(List<String> ids) {
    /**
     * Checks and copies.
     *
     * @param ids ids of the accepted messages; none when the server gives none, as it does for receipts
     */
    public SentMessages {
        ids = List.copyOf(Require.present(ids, "ids"));
    }
}
