package io.github.multicloudcx.core.auth;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a request about to be sent, for an {@link Authenticator} that signs it. */
@FunctionalInterface
public interface OutgoingBody {
    /**
     * Writes the exact bytes that are sent; nothing when there is no body. A file is read for it, and read again when it is
     * sent.
     *
     * @param sink takes the bytes and is not closed
     * @throws IOException when a file cannot be read, or the call was interrupted or is out of time; let it through
     * @throws IllegalStateException when the body is a stream, which can be read once only
     */
    void writeTo(OutputStream sink) throws IOException;
}
