package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.grs.model.ApiToken;

/** A session of a connection. */
record OpenSession(String user, ApiToken token) {
    /** What its requests carry. */
    Authorization authorization(OutgoingRequest request) {
        return new Authorization(
                new BasicSigner(user, token.value()).authorize(request).headers(), this);
    }

    /** Without the user. */
    @Override
    public String toString() {
        return "OpenSession[****]";
    }
}
