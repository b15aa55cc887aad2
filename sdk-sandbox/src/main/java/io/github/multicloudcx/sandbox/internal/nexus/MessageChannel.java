package io.github.multicloudcx.sandbox.internal.nexus;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A channel of third-party messaging. */
record MessageChannel(
        String id,
        String contactCenterId,
        String appSecret,
        @Nullable URI webhook) {
    MessageChannel withSecret(String other) {
        return new MessageChannel(id, contactCenterId, other, webhook);
    }

    MessageChannel withWebhook(URI target) {
        return new MessageChannel(id, contactCenterId, appSecret, target);
    }
}
