package io.github.multicloudcx.core;

import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.internal.BaseUrl;
import io.github.multicloudcx.core.internal.ClientSettings;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.http.EndableTime;
import io.github.multicloudcx.core.internal.http.Transport;
import io.github.multicloudcx.core.internal.pipeline.Async;
import io.github.multicloudcx.core.internal.pipeline.Connection;
import io.github.multicloudcx.core.internal.pipeline.Engine;
import io.github.multicloudcx.core.internal.pipeline.Pipeline;
import io.github.multicloudcx.core.internal.token.StaticAuthenticator;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one deployment, to be made once, shared by all threads and closed at the end.
 *
 * <pre>{@code
 * CxClient cx = CxClient.builder()
 *         .baseUrl("https://gapi-use1.genesyscloud.com")
 *         .apiKey(apiKey)
 *         .credentials(OAuth.clientCredentials(clientId, clientSecret))
 *         .build();
 * }</pre>
 */
public final class CxClient implements AutoCloseable {
    private final ClientSettings settings;
    private final Transport transport;
    private final EndableTime time;
    private final Async async;
    private final Authenticator authenticator;
    private final Connection connection;

    CxClient(ClientSettings settings) {
        this.settings = settings;
        this.transport = settings.transport();
        this.async = new Async(settings.maxConcurrentCalls());
        this.time = new EndableTime(settings.time());
        Engine engine = settings.engine(transport, time);
        Pipeline plain = new Pipeline(engine, StaticAuthenticator.none());
        Context context = new Context(new Connection(plain, async), engine);
        this.authenticator = settings.credentials().bind(context);
        context.bound = true;
        this.connection = new Connection(plain.with(authenticator), async);
    }

    /**
     * Begins to describe a connection.
     *
     * @return a builder
     */
    public static CxClientBuilder builder() {
        return new CxClientBuilder();
    }

    /**
     * Connects as the environment variables say; {@link CxClientBuilder#fromEnvironment(Map)} lists them.
     *
     * @return the client
     * @throws IllegalArgumentException when a variable is missing or does not fit, naming it
     */
    public static CxClient fromEnvironment() {
        return CxClientBuilder.fromEnvironment(System.getenv()).build();
    }

    /**
     * Returns requests to one of the documented APIs, below its base path.
     *
     * @param family the API
     * @return requests to it
     * @throws IllegalArgumentException when there is no base URL for it, or one that goes on with the base path
     */
    public Api api(ApiFamily family) {
        Require.present(family, "family");
        return new Api(connection, settings.base(family), family.basePath(), family.envelope());
    }

    /**
     * Returns requests to any path of the common base URL, with bare answers.
     *
     * @return requests
     * @throws IllegalArgumentException when there is no common base URL
     */
    public Api request() {
        return new Api(connection, settings.commonBase(), "", Envelope.BARE);
    }

    /**
     * Returns the base URL of an API.
     *
     * @param family the API
     * @return the URL, the base path of the API included, without a slash at its end
     */
    public URI baseUrl(ApiFamily family) {
        return url(family);
    }

    /**
     * Returns the credentials at work, when they are of a kind that the caller knows.
     *
     * @param <A> the kind
     * @param kind the kind
     * @return what the credentials of the builder were bound to, or null when that is something else
     */
    public <A extends Authenticator> @Nullable A authenticator(Class<A> kind) {
        return kind.isInstance(authenticator) ? kind.cast(authenticator) : null;
    }

    /**
     * Returns the clock.
     *
     * @return what the builder was given
     */
    public TimeSource timeSource() {
        return settings.time();
    }

    /**
     * Runs work that is made of several calls where asynchronous calls run: on a virtual thread where the JVM has them, else
     * on the bounded pool of this client. Cancelling the future interrupts the work, and with it the call that it is in.
     *
     * @param <T> type of the result
     * @param work calls {@link Call#execute()} as often as it likes
     * @return the result to come, or what the work throws
     */
    public <T extends @Nullable Object> CompletableFuture<T> executeAsync(Supplier<T> work) {
        return async.run(Require.present(work, "work"));
    }

    /**
     * Tells whether it was closed.
     *
     * @return true from the first {@link #close()} on
     */
    public boolean closed() {
        return transport.closed();
    }

    private URI url(ApiFamily family) {
        String root = settings.base(family).uri().toString().replaceAll("/$", "");
        return URI.create(root + family.basePath());
    }

    /**
     * Ends calls that run, threads and sockets; those of an OkHttpClient that was handed in stay. Closing twice does no
     * harm. Calls after it are {@link IllegalStateException}s.
     */
    @Override
    public void close() {
        try {
            authenticator.close();
        } finally {
            transport.close();
            time.close();
            async.close();
        }
    }

    /** Names the deployment. */
    @Override
    public String toString() {
        return "CxClient[" + settings + "]";
    }

    private final class Context implements AuthContext {
        private final Connection plain;
        private final Engine engine;
        private volatile boolean bound;

        private Context(Connection plain, Engine engine) {
            this.plain = plain;
            this.engine = engine;
        }

        @Override
        public Api unauthenticated(ApiFamily family) {
            return new Api(plain, settings.base(family), family.basePath(), family.envelope());
        }

        @Override
        public Api unauthenticated(URI base) {
            HttpUrl url = BaseUrl.parse(Require.present(base, "base").toString(), "base");
            engine.cleartext().check(url);
            return new Api(plain, url, "", Envelope.BARE);
        }

        @Override
        public URI baseUrl(ApiFamily family) {
            return url(family);
        }

        @Override
        public TimeSource time() {
            return settings.time();
        }

        @Override
        public void secret(String secret) {
            if (bound) {
                engine.redactor().learn(secret);
            } else {
                engine.redactor().keep(secret);
            }
        }
    }
}
