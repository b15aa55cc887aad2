package io.github.multicloudcx.core.internal.credential;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one token. Fresh: handed out without a lock. Stale: handed out while one thread renews it. Expired or refused:
 * callers wait for that one thread. It is a thread of its own, so that an interrupt or deadline of one caller does not
 * fail the others. A failure is remembered for a moment, so that nobody hammers the server.
 *
 * @param <T> kind of the token
 */
public final class SharedCredential<T> implements AutoCloseable {
    private static final Duration FAILURE_IS_REMEMBERED = Duration.ofSeconds(1);

    private final Object lock = new Object();
    private final CredentialSource<T> source;
    private final TimeSource time;
    private volatile @Nullable T current;
    private @Nullable CompletableFuture<T> flight;
    private @Nullable Thread pilot;
    private @Nullable T worn;
    private @Nullable Throwable failure;
    private long failedAt;
    private boolean closed;
    private boolean storeRead;

    public SharedCredential(CredentialSource<T> source, TimeSource time) {
        this.source = source;
        this.time = time;
    }

    /** The token, waiting for it no longer than the call has left. */
    public T get(Duration timeLeft) throws InterruptedException {
        T seen = current;
        if (seen == null) {
            seen = fromStore();
        }
        if (seen == null || source.expired(seen)) {
            return await(join(seen), timeLeft);
        }
        if (source.stale(seen)) {
            var unused = join(seen);
        }
        return seen;
    }

    /** Fifty late refusals of one token lead to one renewal: only the first of them finds it still in place. */
    public void refused(T token) {
        synchronized (lock) {
            if (token.equals(current)) {
                current = null;
                worn = token;
            }
        }
    }

    private @Nullable T fromStore() {
        synchronized (lock) {
            if (current == null && !storeRead) {
                storeRead = true;
                current = source.stored();
            }
            return current;
        }
    }

    private CompletableFuture<T> join(@Nullable T seen) {
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("the client is closed"));
            }
            T now = current;
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

    private CompletableFuture<T> takeOff(@Nullable T seen) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        Thread thread = new Thread(() -> fly(mine, seen), "cx-token");
        thread.setDaemon(true);
        thread.start();
        flight = mine;
        pilot = thread;
        return mine;
    }

    private void fly(CompletableFuture<T> mine, @Nullable T seen) {
        try {
            T token = source.renew(seen);
            landed(token, null);
            mine.complete(token);
        } catch (InterruptedException | RuntimeException | Error e) {
            landed(null, e);
            mine.completeExceptionally(e);
        }
    }

    private void landed(@Nullable T token, @Nullable Throwable cause) {
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

    private T await(CompletableFuture<T> flight, Duration timeLeft) throws InterruptedException {
        try {
            return flight.get(timeLeft.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CallTimeoutException(
                    "Out of time: the call had " + timeLeft.toMillis()
                            + " ms left when it began to wait for a token from " + source.address()
                            + ", which has not answered yet; nothing was sent",
                    e,
                    new ErrorContext(Fate.NOT_SENT));
        } catch (ExecutionException e) {
            throw shared(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private RuntimeException shared(Throwable cause) {
        if (cause instanceof InterruptedException || cause instanceof CallInterruptedException) {
            return new CallInterruptedException(
                    "The client was closed while it asked for a token; nothing was sent",
                    cause,
                    new ErrorContext(Fate.NOT_SENT));
        }
        if (cause instanceof IllegalStateException e) {
            return new IllegalStateException(e.getMessage(), e);
        }
        return cause instanceof CxException e
                ? source.failure(e)
                : new CxException("Could not get a token: " + cause, cause, new ErrorContext(Fate.NOT_SENT));
    }

    /** Takes a token that came by another way, and returns the one that it takes the place of. */
    public @Nullable T adopt(T token) {
        synchronized (lock) {
            T before = current;
            current = token;
            worn = null;
            failure = null;
            return before;
        }
    }

    /** Closes, but gives a renewal that is under way some time to end, so that its token is not lost. */
    public void close(Duration patience) {
        CompletableFuture<T> flying;
        synchronized (lock) {
            closed = true;
            flying = flight;
        }
        if (flying != null) {
            try {
                var unused = flying.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // then there is no token
            }
        }
        close();
    }

    /** The token that is kept at this moment, or null. */
    public @Nullable T kept() {
        return current;
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
