package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.internal.log.WireLog;
import io.github.multicloudcx.core.internal.pipeline.Failure.Kind;
import io.github.multicloudcx.core.internal.pipeline.RetryDecision.Outcome;
import io.github.multicloudcx.core.internal.work.RateLimiter;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls: deadline, retry loop, rate limit, then one attempt after the other. The loop stands above OkHttp; it closes
 * an answer before it waits.
 */
public final class Pipeline {
    private final Engine engine;
    private final Attempts attempts;
    private final BackOff backOff;
    private final RetryBudget budget;
    private final @Nullable RateLimiter limiter;
    private final WireLog log;
    private final Authenticator authenticator;

    public Pipeline(Engine engine, Authenticator authenticator) {
        this(
                engine,
                authenticator,
                new RetryBudget(),
                engine.rateLimit() == null ? null : new RateLimiter(engine.rateLimit(), engine.time()));
    }

    private Pipeline(Engine engine, Authenticator authenticator, RetryBudget budget, @Nullable RateLimiter limiter) {
        this.engine = engine;
        this.log = new WireLog(engine.redactor());
        this.attempts = new Attempts(engine, log);
        this.backOff = new BackOff(engine.random());
        this.budget = budget;
        this.limiter = limiter;
        this.authenticator = authenticator;
    }

    /** The same connection, rate limit and retry budget included, with other credentials. */
    public Pipeline with(Authenticator other) {
        return new Pipeline(engine, other, budget, limiter);
    }

    public Engine engine() {
        return engine;
    }

    /** To be called where the call is asked for, so that listeners see that thread. */
    CallWatch watch(Spec spec) {
        return new CallWatch(spec, engine);
    }

    /**
     * Runs a call.
     *
     * @param keepsText whether the text of the answer is wanted too
     */
    <T extends @Nullable Object> Done<T> run(
            Spec spec, CallOptions options, AttemptReader<T> reader, CallWatch watch, boolean keepsText) {
        if (!watch.begin()) {
            throw new CancellationException("The call was over before it began; nothing was sent");
        }
        try {
            Run run = new Run(spec, options, engine, authenticator, watch, keepsText);
            Done<T> done = checked(run, reader);
            watch.succeeded(done.status());
            return done;
        } catch (Throwable e) {
            watch.failed(e);
            throw e;
        }
    }

    private <T extends @Nullable Object> Done<T> checked(Run run, AttemptReader<T> reader) {
        if (engine.transport().closed()) {
            throw new IllegalStateException("The client is closed; nothing was sent");
        }
        if (run.spec.secrets().isEmpty()) {
            return repeat(run, reader);
        }
        engine.cleartext().check(run.spec.url());
        return engine.redactor().knowing(run.spec.secrets(), () -> repeat(run, reader));
    }

    private <T extends @Nullable Object> Done<T> repeat(Run run, AttemptReader<T> reader) {
        while (true) {
            Attempts.Result<T> result = attempt(run, reader);
            if (result instanceof Attempts.Result.Success<T> success) {
                budget.earn();
                return new Done<>(run, success);
            }
            Failure failure = ((Attempts.Result.Failed<T>) result).failure();
            run.failures.add(failure);
            if (recovers(run, failure)) {
                run.watch.retrying(run.timeline.last(), Duration.ZERO);
            } else {
                pauseOrThrow(run, failure);
            }
        }
    }

    private <T extends @Nullable Object> Attempts.Result<T> attempt(Run run, AttemptReader<T> reader) {
        Failure refused = permit(run);
        run.timeline.begin();
        Attempts.Result<T> result =
                refused == null ? attempts.make(run, reader) : new Attempts.Result.Failed<>(refused);
        String outcome = result instanceof Attempts.Result.Success<T> success
                ? Integer.toString(success.status())
                : ((Attempts.Result.Failed<T>) result).failure().words();
        Attempt attempt = run.timeline.end(outcome);
        log.attempt(
                run.spec.method(),
                run.spec.template(),
                outcome,
                attempt.took().toMillis(),
                attempt.number(),
                run.traceId);
        return result;
    }

    private @Nullable Failure permit(Run run) {
        if (limiter == null) {
            return null;
        }
        try {
            Duration wait = limiter.acquire(run.deadline.left());
            if (wait == null) {
                return new Failure(Kind.TIMEOUT, Outcome.FINAL, Fate.NOT_SENT, "no permit in time", null, null);
            }
            run.timeline.waited(wait, "rate limit");
            return null;
        } catch (InterruptedException e) {
            return interrupted(e);
        }
    }

    /** Once per call, and only while the body can be sent again. */
    private boolean recovers(Run run, Failure failure) {
        Failure.Refusal refusal = failure.refusal();
        if (run.recovered || refusal == null || !run.spec.body().available()) {
            return false;
        }
        if (!Refusals.signedOut(refusal, run.spec.signInProbe())) {
            return false;
        }
        run.recovered = run.authenticator.refused(run.authorization);
        return run.recovered;
    }

    private void pauseOrThrow(Run run, Failure failure) {
        Duration delay = delay(run, failure);
        if (delay == null) {
            throw failure(run);
        }
        run.watch.retrying(run.timeline.last(), delay);
        try {
            engine.time().sleep(delay);
            run.timeline.waited(delay, failure.retryAfter() == null ? "back-off" : "Retry-After");
        } catch (InterruptedException e) {
            run.failures.add(interrupted(e));
            throw failure(run);
        }
    }

    private Failure interrupted(InterruptedException e) {
        return Failure.interrupted(e, engine.transport().closed());
    }

    private CxException failure(Run run) {
        return run.withoutItsSecrets(engine.redactor(), () -> new ErrorFactory(engine).exception(run));
    }

    /** Null when the call is over. */
    private @Nullable Duration delay(Run run, Failure failure) {
        RetryPolicy policy = run.policy;
        Failure.Refusal refusal = failure.refusal();
        boolean may = RetryDecision.mayRepeat(
                failure.outcome(),
                failure.status(),
                failure.retryAfter() != null,
                refusal != null && refusal.partial(),
                run.spec.repeatable(),
                run.spec.body().available());
        int made = run.failures.size() - (run.recovered ? 1 : 0);
        Duration retryAfter = failure.retryAfter();
        if (!may || made >= policy.maxAttempts() || tooLong(policy, retryAfter)) {
            return null;
        }
        Duration delay = backOff.delay(policy, Math.max(1, made), retryAfter);
        if (delay.compareTo(run.deadline.left()) >= 0) {
            return null;
        }
        run.budgetSpent = !budget.spend();
        return run.budgetSpent ? null : delay;
    }

    private static boolean tooLong(RetryPolicy policy, @Nullable Duration retryAfter) {
        return retryAfter != null && retryAfter.compareTo(policy.maxRetryAfter()) > 0;
    }
}
