package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.http.Watcher;
import io.github.multicloudcx.core.internal.log.WireLog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Requests to links of another origin. Nothing of ours goes along: storage services refuse requests with two kinds of
 * credentials, and the other origin must not learn ours.
 */
public final class BareRequests {
    private final Engine engine;
    private final Spec spec;
    private final RetryPolicy policy;
    private final Duration timeout;

    public BareRequests(Connection connection, Spec spec) {
        this(
                connection.pipeline().engine(),
                spec,
                connection.pipeline().engine().retryPolicy(),
                connection.pipeline().engine().timeout());
    }

    private BareRequests(Engine engine, Spec spec, RetryPolicy policy, Duration timeout) {
        this.engine = engine;
        this.spec = spec;
        this.policy = policy;
        this.timeout = timeout;
    }

    public BareRequests with(RetryPolicy other) {
        return new BareRequests(engine, spec, other, timeout);
    }

    public BareRequests with(Duration limit) {
        return new BareRequests(engine, spec, policy, limit);
    }

    public Exchange get(HttpUrl link, @Nullable String range, @Nullable String ifRange) throws IOException {
        Request.Builder request = new Request.Builder().url(link).header("Accept-Encoding", "identity");
        if (range != null) {
            request.header("Range", range);
        }
        if (ifRange != null) {
            request.header("If-Range", ifRange);
        }
        Call call = engine.transport().elsewhere(request.build());
        Watcher.Watch watch = engine.transport().watch(call, timeout);
        long start = engine.time().nanoTime();
        try {
            Exchange exchange = new Exchange(engine.transport().send(call), watch);
            exchange.bodyReadHere();
            log(Integer.toString(exchange.status()), start);
            return exchange;
        } catch (IOException | RuntimeException e) {
            watch.close();
            log("no answer", start);
            throw e;
        }
    }

    private void log(String outcome, long start) {
        long millis = Duration.ofNanos(engine.time().nanoTime() - start).toMillis();
        new WireLog(engine.redactor()).link(name(), outcome, millis);
    }

    /** The call that led to the link. */
    public ErrorContext context(@Nullable String trace) {
        return new ErrorContext(spec.method(), spec.template(), trace, Fate.REJECTED, List.of());
    }

    /** The end of a download whose thread was interrupted while it wrote. */
    public CallInterruptedException interrupted(Throwable cause) {
        return new CallInterruptedException(
                "Interrupted while downloading by " + name() + "; what arrived is kept, run again to continue",
                cause,
                context(null));
    }

    public String name() {
        return spec.method() + " " + spec.template();
    }

    public Engine engine() {
        return engine;
    }

    /** Waits before another attempt, as long as the policy says. */
    public void pause(int failures) throws InterruptedException {
        engine.time().sleep(new BackOff(engine.random()).delay(policy, failures, null));
    }

    public int maxAttempts() {
        return policy.maxAttempts();
    }

    public boolean closed() {
        return engine.transport().closed();
    }
}
