package io.github.multicloudcx.core.update;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.pipeline.BackOff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes something that others change too, on a server that refuses a change of a state that is not the newest with 409: it
 * reads, changes what it read, and when somebody else was faster reads again and makes the change anew, a bounded number of
 * times.
 *
 * <pre>{@code
 * Updated<Flow> done = OptimisticUpdate.reading(() -> find(name))
 *         .writing(flow -> {
 *             refuse(change.conflicts(flow.settings()));
 *             return patch(flow.id(), flow.version() + 1, change.applyTo(flow.settings()));
 *         })
 *         .recognizing((before, now) -> now.version() > before.version() && change.madeIn(now.settings()))
 *         .execute();
 * }</pre>
 *
 * <p>An answer that is lost leaves a change in doubt. With {@link #recognizing} the state is read again: when it shows the
 * change, that is a success; when it does not, the change is made anew. It is looked for after each further try as well, as it
 * may arrive late; the server accepts one change of a state only. Without it the exception of the call is thrown. Immutable.
 *
 * @param <S> what is changed
 */
public final class OptimisticUpdate<S> {
    private static final RetryPolicy TEN_TRIES =
            new RetryPolicy(10, Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofSeconds(60));

    private final Supplier<? extends S> read;
    private final Function<? super S, ? extends @Nullable Call<S>> write;
    private final @Nullable BiPredicate<? super S, ? super S> recognizes;
    private final RetryPolicy policy;
    private final TimeSource time;

    private OptimisticUpdate(
            Supplier<? extends S> read,
            Function<? super S, ? extends @Nullable Call<S>> write,
            @Nullable BiPredicate<? super S, ? super S> recognizes,
            RetryPolicy policy,
            TimeSource time) {
        this.read = read;
        this.write = write;
        this.recognizes = recognizes;
        this.policy = policy;
        this.time = time;
    }

    /**
     * Begins with how the state is read.
     *
     * @param <S> what is changed
     * @param read reads the newest state; called before each try
     * @return the next step
     */
    public static <S> Reading<S> reading(Supplier<? extends S> read) {
        return new Reading<>(Require.present(read, "read"));
    }

    /**
     * How the state is read.
     *
     * @param <S> what is changed
     */
    public static final class Reading<S> {
        private final Supplier<? extends S> read;

        private Reading(Supplier<? extends S> read) {
            this.read = read;
        }

        /**
         * Says how it is changed.
         *
         * @param write makes the call that changes the state that was read, or returns null when there is nothing to change;
         *     what it throws ends the update
         * @return the update
         */
        public OptimisticUpdate<S> writing(Function<? super S, ? extends @Nullable Call<S>> write) {
            return new OptimisticUpdate<>(read, Require.present(write, "write"), null, TEN_TRIES, TimeSource.system());
        }
    }

    /**
     * Says how to tell whether the change has been made, for answers that were lost.
     *
     * @param recognizes is given the state that was to be changed and the newest one, and tells whether that shows the change
     * @return a copy
     */
    public OptimisticUpdate<S> recognizing(BiPredicate<? super S, ? super S> recognizes) {
        return new OptimisticUpdate<>(read, write, Require.present(recognizes, "recognizes"), policy, time);
    }

    /**
     * Sets how often and after which pauses a change is sent. It does not concern the attempts of each call.
     *
     * @param tries the default is 10 tries, with pauses from 50 ms, doubling, up to 2 s, with full jitter
     * @return a copy
     */
    public OptimisticUpdate<S> retryPolicy(RetryPolicy tries) {
        return new OptimisticUpdate<>(read, write, recognizes, Require.present(tries, "retryPolicy"), time);
    }

    /**
     * Sets the clock by which it pauses.
     *
     * @param clock the default is that of the machine
     * @return a copy
     */
    public OptimisticUpdate<S> timeSource(TimeSource clock) {
        return new OptimisticUpdate<>(read, write, recognizes, policy, Require.present(clock, "timeSource"));
    }

    /**
     * Does it, on the calling thread.
     *
     * @return what was done
     * @throws ConflictException when others were faster each time; the exceptions of the earlier tries hang on it
     * @throws CxException what the calls throw otherwise
     */
    public Updated<S> execute() {
        Attempts<S> attempts = new Attempts<>(recognizes);
        S state = state();
        while (true) {
            Call<S> call = write.apply(state);
            if (call == null) {
                return new Updated<>(state, state, false, attempts.made(), null);
            }
            try {
                attempts.next();
                ApiResponse<S> answer = call.executeForResponse();
                return new Updated<>(state, answer.value(), true, attempts.made(), answer);
            } catch (CxException e) {
                attempts.failed(state, e);
                Updated<S> late = attempts.doubtful() ? attempts.found(settled(attempts)) : null;
                if (late != null) {
                    return late;
                }
                pauseOrThrow(attempts, e);
                state = readAgain(attempts);
                late = attempts.found(state);
                if (late != null) {
                    return late;
                }
            }
        }
    }

    private S state() {
        return Require.present(read.get(), "what is read");
    }

    /** The state after a change whose answer was lost; an interrupt must not leave that open. */
    private S settled(Attempts<S> attempts) {
        boolean interrupted = Thread.interrupted();
        try {
            for (int look = 1; ; look++) {
                try {
                    return state();
                } catch (RuntimeException e) {
                    boolean passes = e instanceof CxException trouble && trouble.temporary();
                    if (look >= policy.maxAttempts() || !passes) {
                        throw attempts.end(e);
                    }
                    time.sleep(pause(look));
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
            throw attempts.end(null);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void pauseOrThrow(Attempts<S> attempts, CxException failure) {
        boolean again = failure instanceof ConflictException
                || (recognizes != null && failure.fate() == Fate.UNKNOWN && failure.temporary());
        if (!again || attempts.made() >= policy.maxAttempts()) {
            throw attempts.end(null);
        }
        try {
            time.sleep(pause(attempts.made()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CxException end = attempts.end(null);
            throw new CallInterruptedException(
                    "Interrupted before a change was made anew; " + end.getMessage(), end, end.context());
        }
    }

    private Duration pause(int failures) {
        return new BackOff(ThreadLocalRandom.current()).delay(policy, failures, null);
    }

    private S readAgain(Attempts<S> attempts) {
        try {
            return state();
        } catch (RuntimeException e) {
            throw attempts.end(e);
        }
    }
}
