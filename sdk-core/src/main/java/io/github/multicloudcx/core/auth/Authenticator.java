package io.github.multicloudcx.core.auth;

import java.io.IOException;

/** {@link Credentials} at work for one client. It is used by many threads at once. */
public interface Authenticator extends AutoCloseable {
    /**
     * Returns the headers for one request, fetching a token first where one is needed.
     *
     * @param request the request about to be sent
     * @return the headers
     * @throws InterruptedException when the calling thread is interrupted while it waits for a token
     * @throws IOException what {@link OutgoingBody#writeTo} throws, or what keeps it from its work; the call ends without
     *     anything having been sent
     */
    Authorization authorize(OutgoingRequest request) throws InterruptedException, IOException;

    /**
     * Is told that the server does not accept what {@link #authorize} returned. Asked at most once per call.
     *
     * @param refused what was refused
     * @return true when another {@link #authorize} may do better, so that the request is sent once more
     */
    default boolean refused(Authorization refused) {
        return false;
    }

    /** Ends threads and sessions; the client calls it when it is closed. */
    @Override
    default void close() {}
}
