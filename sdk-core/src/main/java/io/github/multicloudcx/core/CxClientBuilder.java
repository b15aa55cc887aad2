package io.github.multicloudcx.core;

import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.core.internal.ClientSettings;
import io.github.multicloudcx.core.internal.Environment;
import io.github.multicloudcx.core.internal.check.Require;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Describes a connection. Every setting but the base URL has a default. Not for several threads. */
@CanIgnoreReturnValue
public final class CxClientBuilder {
    private final ClientSettings.Draft draft = new ClientSettings.Draft();

    CxClientBuilder() {}

    /**
     * Begins with what environment variables say: {@code CX_BASE_URL}, {@code CX_BASE_URL_<FAMILY>} (such as
     * {@code CX_BASE_URL_NEXUS}), {@code CX_API_KEY}, and for signing in the first that is there of
     * {@code CX_ACCESS_TOKEN}; {@code CX_USERNAME} with {@code CX_PASSWORD}; {@code CX_REFRESH_TOKEN}; else client
     * credentials. All but the access token need {@code CX_CLIENT_ID} and {@code CX_CLIENT_SECRET}. {@code CX_TOKEN_FILE}
     * keeps tokens between runs. {@code CX_ALLOW_CLEARTEXT} names hosts, separated by commas, to which credentials may go
     * over plain http. Empty variables count as absent.
     *
     * @param environment the variables, mostly {@link System#getenv()}
     * @return a builder
     * @throws IllegalArgumentException when a variable is missing or does not fit, naming it
     */
    public static CxClientBuilder fromEnvironment(Map<String, String> environment) {
        return new Environment(environment).builder();
    }

    /**
     * Sets the base URL for all APIs.
     *
     * @param url http or https, with host and perhaps a path; for example {@code https://gapi-use1.genesyscloud.com}
     * @return this builder
     * @throws IllegalArgumentException when it is not such a URL
     */
    public CxClientBuilder baseUrl(String url) {
        draft.base(url, "baseUrl");
        return this;
    }

    /**
     * Sets the base URL for all APIs.
     *
     * @param url http or https, with host and perhaps a path
     * @return this builder
     * @throws IllegalArgumentException when it is not such a URL
     */
    public CxClientBuilder baseUrl(URI url) {
        return baseUrl(Require.present(url, "baseUrl").toString());
    }

    /**
     * Sets the base URL of one API, which wins over the common one. Private Edition has one host per API.
     *
     * @param family the API
     * @param url http or https, with host and perhaps a path, without the base path of the API
     * @return this builder
     * @throws IllegalArgumentException when it is not such a URL
     */
    public CxClientBuilder baseUrl(ApiFamily family, String url) {
        draft.base(Require.present(family, "family"), url, "baseUrl of " + family);
        return this;
    }

    /**
     * Sets the API key; it goes to the base URLs and nowhere else. Without one no {@code x-api-key} is sent.
     *
     * @param key the key
     * @return this builder
     * @throws IllegalArgumentException when it cannot be sent, for example because of a line break
     */
    public CxClientBuilder apiKey(String key) {
        draft.apiKey = Require.headerValue(key, "apiKey");
        return this;
    }

    /**
     * Sets who is calling.
     *
     * @param credentials the default is {@link Credentials#none()}
     * @return this builder
     */
    public CxClientBuilder credentials(Credentials credentials) {
        draft.credentials = Require.present(credentials, "credentials");
        return this;
    }

    /**
     * Brings an OkHttpClient along, with proxy, TLS, interceptors, cookie jar, event listener and connection pool. It is
     * not changed: a client is derived from it that does not follow redirects, repeat requests, answer 401 or cache.
     * Its timeouts and pool are used instead of those set here, and closing does not end it.
     *
     * @param client the client
     * @return this builder
     */
    public CxClientBuilder okHttpClient(OkHttpClient client) {
        draft.okHttpClient = Require.present(client, "okHttpClient");
        return this;
    }

    /**
     * Sets how failed requests are repeated.
     *
     * @param policy the default is {@link RetryPolicy#standard()}
     * @return this builder
     */
    public CxClientBuilder retryPolicy(RetryPolicy policy) {
        draft.retryPolicy = Require.present(policy, "retryPolicy");
        return this;
    }

    /**
     * Limits the requests of this client.
     *
     * @param limit by default there is no limit
     * @return this builder
     */
    public CxClientBuilder rateLimit(RateLimit limit) {
        draft.rateLimit = Require.present(limit, "rateLimit");
        return this;
    }

    /**
     * Sets the time for a whole call: all attempts and all waiting.
     *
     * @param total longer than zero; the default is 2 minutes
     * @return this builder
     */
    public CxClientBuilder timeout(Duration total) {
        draft.timeout = Require.positive(total, "timeout");
        return this;
    }

    /**
     * Sets the time for making a connection.
     *
     * @param limit longer than zero; the default is 10 seconds
     * @return this builder
     */
    public CxClientBuilder connectTimeout(Duration limit) {
        draft.connectTimeout = Require.positive(limit, "connectTimeout");
        return this;
    }

    /**
     * Sets how long the server may be silent before and while it answers one attempt.
     *
     * @param limit longer than zero; the default is 60 seconds
     * @return this builder
     */
    public CxClientBuilder readTimeout(Duration limit) {
        draft.readTimeout = Require.positive(limit, "readTimeout");
        return this;
    }

    /**
     * Prepares for so many calls at once: that many idle connections are kept open (a few more, so that they spread evenly
     * over up to 16 pools), and where the JVM has no virtual threads, asynchronous calls run on that many threads.
     *
     * @param calls 1 or more; the default is 64
     * @return this builder
     */
    public CxClientBuilder maxConcurrentCalls(int calls) {
        draft.maxConcurrentCalls = (int) Require.positive(calls, "maxConcurrentCalls");
        return this;
    }

    /**
     * Bounds answers that are read as a whole; streams and downloads are not bounded.
     *
     * @param bytes 1 or more; the default is 32 MiB
     * @return this builder
     */
    public CxClientBuilder maxBodyBytes(long bytes) {
        draft.maxBodyBytes = Require.positive(bytes, "maxBodyBytes");
        return this;
    }

    /**
     * Allows API key and credentials over plain http to a host. Loopback hosts are always allowed, others never unless
     * they are named here.
     *
     * @param host name or address as it stands in the base URL
     * @return this builder
     */
    public CxClientBuilder allowCleartext(String host) {
        draft.allowCleartext(Require.text(host, "host"));
        return this;
    }

    /**
     * Adds somebody who is told of every call: when it starts, is repeated, and ends. May be called several times.
     *
     * @param listener used by many threads at once
     * @return this builder
     */
    public CxClientBuilder listener(CallListener listener) {
        draft.listeners.add(Require.present(listener, "listener"));
        return this;
    }

    /**
     * Replaces the clock, for tests.
     *
     * @param time the default is {@link TimeSource#system()}
     * @return this builder
     */
    public CxClientBuilder timeSource(TimeSource time) {
        draft.time = Require.present(time, "timeSource");
        return this;
    }

    /**
     * Fails on fields that the models do not know, for tests that want to notice them.
     *
     * @param fail the default is false: unknown fields are ignored
     * @return this builder
     */
    public CxClientBuilder failOnUnknownFields(boolean fail) {
        draft.failOnUnknownFields = fail;
        return this;
    }

    /**
     * Makes the client. Nothing is sent before the first call.
     *
     * @return the client
     * @throws IllegalArgumentException when there is no base URL, or when credentials would go over plain http
     */
    @CheckReturnValue
    public CxClient build() {
        return new CxClient(draft.settings());
    }
}
