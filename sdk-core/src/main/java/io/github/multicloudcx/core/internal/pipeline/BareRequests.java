package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.http.Watcher;
import io.github.multicloudcx.core.internal.log.WireLog;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
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
        Watcher.Watch watch = engine.transport().elsewhere(request.build(), timeout);
        try {
            Exchange exchange = new Exchange(engine.transport().send(watch), watch, false);
            exchange.bodyReadHere();
            return exchange;
        } catch (IOException e) {
            watch.close();
            throw watch.timedOut() ? outOfTime(e) : e;
        } catch (RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    private InterruptedIOException outOfTime(Exception cause) {
        InterruptedIOException late =
                new InterruptedIOException("it did not answer within the " + timeout.toMillis() + " ms of the call");
        late.initCause(cause);
        return late;
    }

    /** Tells the log of one piece of a transfer. */
    public void log(Attempt piece, String origin) {
        new WireLog(engine.redactor()).transfer(name(), origin, piece);
    }

    /** A timeline by the clock of the client. */
    public Timeline timeline() {
        return new Timeline(engine.time());
    }

    public long nanoTime() {
        return engine.time().nanoTime();
    }

    public Duration readTimeout() {
        return engine.transport().readTimeout();
    }

    /** The call that led to the link. */
    public ErrorContext context(@Nullable String trace, Fate fate, List<Attempt> attempts) {
        return new ErrorContext(spec.method(), spec.template(), trace, fate, attempts);
    }

    /** The end of a download whose thread was interrupted while it wrote. */
    public CallInterruptedException interrupted(Throwable cause) {
        return new CallInterruptedException(
                "Interrupted while downloading by " + name() + "; what arrived is kept, run again to continue",
                cause,
                context(null, Fate.UNKNOWN, List.of()));
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
