package io.github.multicloudcx.nexus.messaging;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.webhook.HubSignature;

/** Who speaks for a channel: the contact center that it belongs to, and the app secret that signs its requests. */
public final class ChannelCredentials {
    private final String contactCenterId;
    private final HubSignature signature;

    private ChannelCredentials(String contactCenterId, HubSignature signature) {
        this.contactCenterId = contactCenterId;
        this.signature = signature;
    }

    /**
     * Uses an app secret.
     *
     * @param contactCenterId id of the contact center, sent as {@code x-ccid}
     * @param appSecret app secret of the channel; it is never sent
     * @return the credentials
     * @throws IllegalArgumentException when one is blank, or the id does not fit into a header
     */
    public static ChannelCredentials of(String contactCenterId, String appSecret) {
        return new ChannelCredentials(
                Require.headerValue(contactCenterId, "contactCenterId"), HubSignature.of(appSecret));
    }

    /**
     * Returns the id of the contact center.
     *
     * @return the id
     */
    public String contactCenterId() {
        return contactCenterId;
    }

    /**
     * Returns the signatures under the app secret.
     *
     * @return signatures
     */
    public HubSignature signature() {
        return signature;
    }

    /** Masks the secret. */
    @Override
    public String toString() {
        return "ChannelCredentials[contactCenterId=" + contactCenterId + ", appSecret=****]";
    }
}
