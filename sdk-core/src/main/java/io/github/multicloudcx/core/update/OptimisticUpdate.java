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
import java.util.ArrayList;
import java.util.List;
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
        S state = state();
        List<S> doubtful = new ArrayList<>();
        CxException failure = null;
        for (int tries = 1; ; tries++) {
            Call<S> call = write.apply(state);
            if (call == null) {
                return new Updated<>(state, state, false, tries - 1, null);
            }
            try {
                ApiResponse<S> answer = call.executeForResponse();
                return new Updated<>(state, answer.value(), true, tries, answer);
            } catch (CxException e) {
                suppress(e, failure);
                failure = e;
                if (inDoubt(e)) {
                    doubtful.add(state);
                }
                Updated<S> late = doubtful.isEmpty() ? null : found(doubtful, settled(e), tries);
                if (late != null) {
                    return late;
                }
                pauseOrThrow(e, tries);
                state = readAgain(e);
                late = found(doubtful, state, tries);
                if (late != null) {
                    return late;
                }
            }
        }
    }

    private S state() {
        return Require.present(read.get(), "what is read");
    }

    private static void suppress(CxException failure, @Nullable Exception other) {
        if (other != null && other != failure) {
            failure.addSuppressed(other);
        }
    }

    private boolean inDoubt(CxException failure) {
        return recognizes != null && failure.fate() == Fate.UNKNOWN;
    }

    /** The change whose answer was lost, when the newest state shows it. */
    private @Nullable Updated<S> found(List<S> doubtful, S now, int tries) {
        return doubtful.stream()
                .filter(before -> recognizes != null && recognizes.test(before, now))
                .findFirst()
                .map(before -> new Updated<>(before, now, true, tries, null))
                .orElse(null);
    }

    /** The state after a change whose answer was lost; an interrupt must not leave that open. */
    private S settled(CxException failure) {
        boolean interrupted = Thread.interrupted();
        try {
            for (int look = 1; ; look++) {
                try {
                    return state();
                } catch (RuntimeException e) {
                    suppress(failure, e);
                    boolean passes = e instanceof CxException trouble && trouble.temporary();
                    if (look >= policy.maxAttempts() || !passes) {
                        throw failure;
                    }
                    time.sleep(pause(look));
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
            throw failure;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void pauseOrThrow(CxException failure, int tries) {
        boolean again = failure instanceof ConflictException || (inDoubt(failure) && failure.temporary());
        if (!again || tries >= policy.maxAttempts()) {
            throw failure;
        }
        try {
            time.sleep(pause(tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted before a change was made anew; " + failure.getMessage(), failure, failure.context());
        }
    }

    private Duration pause(int failures) {
        return new BackOff(ThreadLocalRandom.current()).delay(policy, failures, null);
    }

    private S readAgain(CxException failure) {
        try {
            return state();
        } catch (RuntimeException e) {
            suppress(failure, e);
            throw failure;
        }
    }
}
