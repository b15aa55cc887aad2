package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The OkHttp clients of a connection: for the deployment, for its long polls, and for links that lead elsewhere. */
public final class Transport implements AutoCloseable {
    private final OkHttpClient deployment;
    private final Lanes lanes;
    private final OkHttpClient longPolls;
    private final OkHttpClient elsewhere;
    private final List<ConnectionPool> ownPools;
    private final Watcher watcher = new Watcher();

    public Transport(@Nullable OkHttpClient given, Limits limits) {
        this.ownPools = given == null ? pools(limits.idleConnections()) : List.of();
        this.deployment = derive(given == null ? fresh(limits, ownPools.get(0)) : given);
        this.lanes = given == null
                ? new Lanes(clients(), Lanes.width(limits.idleConnections()))
                : new Lanes(List.of(deployment), Integer.MAX_VALUE);
        this.longPolls =
                deployment.newBuilder().addInterceptor(Transport::patiently).build();
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

    private static List<ConnectionPool> pools(int connections) {
        List<ConnectionPool> pools = new ArrayList<>();
        for (int i = 0; i < Lanes.count(connections); i++) {
            pools.add(new ConnectionPool(Lanes.width(connections), 5, TimeUnit.MINUTES));
        }
        return pools;
    }

    private static OkHttpClient fresh(Limits limits, ConnectionPool pool) {
        return new OkHttpClient.Builder()
                .connectionPool(pool)
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .build();
    }

    /** Interceptors, cookie jar, proxy, TLS and DNS of the given client stay; it is never changed itself. */
    private OkHttpClient derive(OkHttpClient given) {
        return given.newBuilder()
                .dispatcher(new Dispatcher(given.dispatcher().executorService()))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .cache(null)
                .callTimeout(Duration.ZERO)
                .addNetworkInterceptor(new WireInterceptor(watcher))
                .build();
    }

    private List<OkHttpClient> clients() {
        List<OkHttpClient> clients = new ArrayList<>();
        for (ConnectionPool pool : ownPools) {
            clients.add(deployment
                    .newBuilder()
                    .connectionPool(pool)
                    .dispatcher(new Dispatcher(deployment.dispatcher().executorService()))
                    .build());
        }
        return clients;
    }

    /** The last word on the read timeout, whatever interceptors of the user have said before. */
    private static Response patiently(Interceptor.Chain chain) throws IOException {
        return chain.withReadTimeout(0, TimeUnit.MILLISECONDS).proceed(chain.request());
    }

    private OkHttpClient withoutUs(OkHttpClient deployment) {
        OkHttpClient.Builder bare = deployment.newBuilder().cookieJar(CookieJar.NO_COOKIES);
        bare.interceptors().clear();
        bare.networkInterceptors().clear();
        return bare.addNetworkInterceptor(new WireInterceptor(watcher)).build();
    }

    /**
     * Begins a request to the deployment on behalf of the calling thread.
     *
     * @param cookies the cookies of its session, or null
     * @param longPoll whether the server holds the answer back, so that only the deadline of the call ends it
     * @return the watch over it, to be closed when the answer is no longer needed
     */
    public Watcher.Watch deployment(
            Request request, @Nullable CookieStore cookies, boolean longPoll, Duration timeLeft) {
        if (longPoll) {
            return watcher.watch(longPolls.newCall(request), timeLeft, new Errand(cookies, null));
        }
        Lanes.Lane lane = lanes.enter();
        return watcher.watch(lane.client().newCall(request), timeLeft, new Errand(cookies, lane));
    }

    /** Begins a request to another origin, to which nothing of ours may leak: no interceptor, cookie or cache takes part. */
    public Watcher.Watch elsewhere(Request request, Duration timeLeft) {
        return watcher.watch(elsewhere.newCall(request), timeLeft, new Errand(null, null));
    }

    /** Sends on the calling thread. */
    public Response send(Watcher.Watch request) throws IOException {
        try {
            return WireInterceptor.reveal(request.errand(), request.call().execute());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw interrupted(e);
        }
    }

    /** How many requests to the deployment are under way, by lane. */
    List<Integer> busy() {
        return lanes.busy();
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
        if (!ownPools.isEmpty()) {
            ownPools.forEach(ConnectionPool::evictAll);
            deployment.dispatcher().executorService().shutdown();
        }
    }
}
