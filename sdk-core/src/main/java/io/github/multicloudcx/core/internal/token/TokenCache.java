package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one token. Fresh: handed out without a lock. Stale: handed out while one thread renews it. Expired or refused:
 * callers wait for that one thread. It is a thread of its own, so that an interrupt or deadline of one caller does not
 * fail the others. A failure is remembered for a moment, so that nobody hammers the server.
 */
final class TokenCache implements AutoCloseable {
    private static final Duration FAILURE_IS_REMEMBERED = Duration.ofSeconds(1);

    private final Object lock = new Object();
    private final TokenRenewal renewal;
    private final TokenLife life;
    private final TimeSource time;
    private volatile @Nullable OAuthToken current;
    private @Nullable CompletableFuture<OAuthToken> flight;
    private @Nullable Thread pilot;
    private @Nullable OAuthToken worn;
    private @Nullable Throwable failure;
    private long failedAt;
    private boolean closed;
    private boolean storeRead;

    TokenCache(TokenRenewal renewal, TokenLife life, TimeSource time) {
        this.renewal = renewal;
        this.life = life;
        this.time = time;
    }

    OAuthToken token(Duration timeLeft) throws InterruptedException {
        OAuthToken seen = current;
        if (seen == null) {
            seen = fromStore();
        }
        if (seen == null || life.expired(seen)) {
            return await(join(seen), timeLeft);
        }
        if (life.stale(seen)) {
            var unused = join(seen);
        }
        return seen;
    }

    /** Fifty late refusals of one token lead to one renewal: only the first of them finds it still in place. */
    void refused(OAuthToken token) {
        synchronized (lock) {
            if (token.equals(current)) {
                current = null;
                worn = token;
            }
        }
    }

    private @Nullable OAuthToken fromStore() {
        synchronized (lock) {
            if (current == null && !storeRead) {
                storeRead = true;
                current = renewal.stored();
            }
            return current;
        }
    }

    private CompletableFuture<OAuthToken> join(@Nullable OAuthToken seen) {
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("the client is closed"));
            }
            OAuthToken now = current;
            if (now != null && !now.equals(seen)) {
                return CompletableFuture.completedFuture(now);
            }
            if (flight != null) {
                return flight;
            }
            Throwable earlier = failure;
            if (earlier != null && time.nanoTime() - failedAt < FAILURE_IS_REMEMBERED.toNanos()) {
                return CompletableFuture.failedFuture(earlier);
            }
            return takeOff(seen != null ? seen : worn);
        }
    }

    private CompletableFuture<OAuthToken> takeOff(@Nullable OAuthToken seen) {
        CompletableFuture<OAuthToken> mine = new CompletableFuture<>();
        Thread thread = new Thread(() -> fly(mine, seen), "cx-token");
        thread.setDaemon(true);
        thread.start();
        flight = mine;
        pilot = thread;
        return mine;
    }

    private void fly(CompletableFuture<OAuthToken> mine, @Nullable OAuthToken seen) {
        try {
            OAuthToken token = renewal.renew(seen);
            landed(token, null);
            mine.complete(token);
        } catch (InterruptedException | RuntimeException | Error e) {
            landed(null, e);
            mine.completeExceptionally(e);
        }
    }

    private void landed(@Nullable OAuthToken token, @Nullable Throwable cause) {
        synchronized (lock) {
            flight = null;
            pilot = null;
            failure = cause;
            failedAt = time.nanoTime();
            if (token != null) {
                current = token;
                worn = null;
            }
        }
    }

    private OAuthToken await(CompletableFuture<OAuthToken> flight, Duration timeLeft) throws InterruptedException {
        try {
            return flight.get(timeLeft.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CallTimeoutException(
                    "Out of time: the call had " + timeLeft.toMillis()
                            + " ms left when it began to wait for a token from " + renewal.source()
                            + ", which has not answered yet; nothing was sent",
                    e,
                    new ErrorContext(Fate.NOT_SENT));
        } catch (ExecutionException e) {
            throw shared(e.getCause());
        }
    }

    /** Each waiter gets an exception of its own around the shared cause: they attach their own attempts to it. */
    private static RuntimeException shared(@Nullable Throwable cause) {
        if (cause instanceof AuthenticationException e) {
            return new AuthenticationException(
                    String.valueOf(e.getMessage()), e.oauthError(), e.getCause(), e.context());
        }
        if (cause instanceof StorageException e) {
            return new StorageException(String.valueOf(e.getMessage()), e, e.context());
        }
        if (cause instanceof InterruptedException || cause instanceof CallInterruptedException) {
            return new CallInterruptedException(
                    "The client was closed while it asked for a token; nothing was sent",
                    cause,
                    new ErrorContext(Fate.NOT_SENT));
        }
        if (cause instanceof IllegalStateException e) {
            return new IllegalStateException(e.getMessage(), e);
        }
        return new CxException("Could not get a token: " + cause, cause, new ErrorContext(Fate.NOT_SENT));
    }

    @Override
    public void close() {
        Thread flying;
        synchronized (lock) {
            closed = true;
            flying = pilot;
        }
        if (flying != null) {
            flying.interrupt();
        }
    }
}
