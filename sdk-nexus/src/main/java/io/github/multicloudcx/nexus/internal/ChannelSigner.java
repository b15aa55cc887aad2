package io.github.multicloudcx.nexus.internal;

import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.webhook.HubSignature;
import java.io.IOException;
import java.util.Map;

/**
 * Signs requests of a channel. What is signed is decided here and nowhere else: the whole body as it is sent, which is the
 * empty byte string without one, and everything between the boundaries for multipart, where the reference is silent.
 */
record ChannelSigner(HubSignature signature) implements Authenticator {
    @Override
    public Authorization authorize(OutgoingRequest request) throws IOException {
        return new Authorization(Map.of(HubSignature.HEADER, signature.sign(request.body())), null);
    }
}
