package io.github.multicloudcx.core.auth;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.TimeSource;
import java.net.URI;

/** What a client lends to its {@link Credentials}. */
public interface AuthContext {
    /**
     * Returns an API whose requests carry no authorization of the client, for asking for tokens.
     *
     * @param family the API
     * @return requests with API key, retries, errors and logging
     */
    Api unauthenticated(ApiFamily family);

    /**
     * Returns requests to another server that carry no authorization of the client, for asking for tokens there.
     *
     * @param base base URL of the server, without user, query and fragment
     * @return requests with retries, errors and logging, with bare answers; the API key goes along only when scheme, host
     *     and port are those of a base URL of the client
     * @throws IllegalArgumentException when it is no base URL, or plain http to a host for which that is not allowed
     */
    Api unauthenticated(URI base);

    /**
     * Returns the base URL of an API family.
     *
     * @param family the API
     * @return the URL without a slash at its end
     */
    URI baseUrl(ApiFamily family);

    /**
     * Returns the clock of the client.
     *
     * @return the clock
     */
    TimeSource time();

    /**
     * Names a secret, so that it is removed from logs and error texts wherever a server repeats it.
     *
     * @param secret the secret; ignored when it is shorter than four characters
     */
    void secret(String secret);
}
