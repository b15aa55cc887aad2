package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The OkHttp clients of a connection: for the deployment, for its long polls, and for links that lead elsewhere. */
public final class Transport implements AutoCloseable {
    private final OkHttpClient deployment;
    private final OkHttpClient longPolls;
    private final OkHttpClient elsewhere;
    private final @Nullable ConnectionPool ownPool;
    private final Watcher watcher = new Watcher();

    public Transport(@Nullable OkHttpClient given, Limits limits) {
        this.ownPool = given == null ? new ConnectionPool(limits.idleConnections(), 5, TimeUnit.MINUTES) : null;
        OkHttpClient base = given == null ? fresh(ownPool, limits) : given;
        this.deployment = derive(base, limits);
        this.longPolls = deployment.newBuilder().readTimeout(Duration.ZERO).build();
        this.elsewhere = withoutUs(deployment);
    }

    /**
     * What the user did not set in a client of their own.
     *
     * @param connect time for making a connection
     * @param read time for the server to answer or to go on with an answer
     * @param idleConnections how many connections are kept open while nothing uses them
     */
    public record Limits(Duration connect, Duration read, int idleConnections) {}

    private static OkHttpClient fresh(@Nullable ConnectionPool pool, Limits limits) {
        return new OkHttpClient.Builder()
                .connectionPool(pool == null ? new ConnectionPool() : pool)
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .build();
    }

    /** Interceptors, cookie jar, proxy, TLS and DNS of the given client stay; it is never changed itself. */
    private static OkHttpClient derive(OkHttpClient given, Limits limits) {
        Dispatcher own = new Dispatcher(given.dispatcher().executorService());
        own.setMaxRequests(Math.max(64, limits.idleConnections()));
        own.setMaxRequestsPerHost(Math.max(64, limits.idleConnections()));
        return given.newBuilder()
                .dispatcher(own)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .cache(null)
                .callTimeout(Duration.ZERO)
                .addNetworkInterceptor(new WireInterceptor())
                .build();
    }

    private static OkHttpClient withoutUs(OkHttpClient deployment) {
        OkHttpClient.Builder bare = deployment.newBuilder().cookieJar(CookieJar.NO_COOKIES);
        bare.interceptors().clear();
        bare.networkInterceptors().clear();
        return bare.addNetworkInterceptor(new WireInterceptor()).build();
    }

    /**
     * A request to the deployment.
     *
     * @param longPoll whether the server holds the answer back, so that only the deadline of the call ends it
     */
    public Call deployment(Request request, boolean longPoll) {
        return (longPoll ? longPolls : deployment).newCall(request);
    }

    /** A request to another origin, to which nothing of ours may leak: no interceptor, cookie or cache takes part. */
    public Call elsewhere(Request request) {
        return elsewhere.newCall(request);
    }

    /** Watches a call on behalf of the calling thread. */
    public Watcher.Watch watch(Call call, @Nullable Duration timeLeft) {
        return watcher.watch(call, timeLeft);
    }

    /** Sends on the calling thread. */
    public Response send(Call call) throws IOException {
        try {
            return WireInterceptor.reveal(call.execute());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw interrupted(e);
        }
    }

    /** While it connects, OkHttp throws the InterruptedException of Java, undeclared as Kotlin may, and drops the flag. */
    private static InterruptedIOException interrupted(Exception e) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while connecting");
        interrupted.initCause(e);
        return interrupted;
    }

    public Duration connectTimeout() {
        return Duration.ofMillis(deployment.connectTimeoutMillis());
    }

    public Duration readTimeout() {
        return Duration.ofMillis(deployment.readTimeoutMillis());
    }

    public boolean closed() {
        return watcher.closed();
    }

    /** Ends what was made here, and nothing that was handed in. */
    @Override
    public void close() {
        watcher.close();
        if (ownPool != null) {
            ownPool.evictAll();
            deployment.dispatcher().executorService().shutdown();
        }
    }
}
