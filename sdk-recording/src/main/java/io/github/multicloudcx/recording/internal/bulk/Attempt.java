package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.core.internal.work.RateLimiter;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.recording.bulk.RecordingResult;
import io.github.multicloudcx.recording.internal.bulk.Tried.Sign;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries one id; used by several threads. An id whose answer was lost once stays UNKNOWN until the server says something about
 * it: a later try that does not reach the service knows no more.
 */
final class Attempt {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(365);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int WAITS = 10;

    private final Function<String, Call<?>> calls;
    private final boolean repeatable;
    private final @Nullable RateLimiter limiter;
    private final TimeSource time;
    private final Set<String> doubts = ConcurrentHashMap.newKeySet();

    Attempt(Function<String, Call<?>> calls, boolean repeatable, @Nullable RateLimit limit, TimeSource time) {
        this.calls = calls;
        this.repeatable = repeatable;
        this.limiter = limit == null ? null : new RateLimiter(limit, time);
        this.time = time;
    }

    /** An earlier run does not know what became of it. */
    void doubt(String id) {
        doubts.add(id);
    }

    Tried of(String id) {
        Call<?> call;
        try {
            call = calls.apply(id);
        } catch (IllegalArgumentException e) {
            return new Tried(outcome(id, RecordingResult.INVALID_ID, null, e.getMessage()), null, Sign.NONE, false);
        }
        try {
            send(call);
            return new Tried(
                    new RecordingOutcome(id, RecordingResult.DONE, 200, "0", null, time.now()),
                    null,
                    Sign.WORKS,
                    false);
        } catch (CxException e) {
            return failed(id, e);
        }
    }

    /** A server that has had too many requests is given the time that it asks for: it is no failure of the id. */
    private void send(Call<?> call) {
        Duration wait = FIRST_WAIT;
        for (int i = 0; ; i++) {
            permit();
            try {
                var unused = call.execute();
                return;
            } catch (TooManyRequestsException e) {
                if (i == WAITS) {
                    throw e;
                }
                pause(e.retryAfter() == null ? wait : shorter(e.retryAfter(), LONGEST_WAIT));
                wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void permit() {
        try {
            if (limiter != null) {
                var unused = limiter.acquire(AS_LONG_AS_IT_TAKES);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause(Duration wait) {
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CallInterruptedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CallInterruptedException(
                "Interrupted before the request was sent", e, new ErrorContext(Fate.NOT_SENT));
    }

    private Tried failed(String id, CxException e) {
        RecordingResult now = Verdict.result(e);
        RecordingResult result = now;
        if (now == RecordingResult.UNKNOWN) {
            doubts.add(id);
        } else if (Verdict.certain(e)) {
            doubts.remove(id);
        } else if (doubts.contains(id)) {
            result = RecordingResult.UNKNOWN;
        }
        boolean mayRepeat = repeatable || now != RecordingResult.UNKNOWN;
        return new Tried(outcome(id, result, e, e.getMessage()), e, Verdict.sign(e), Verdict.passing(e) && mayRepeat);
    }

    private RecordingOutcome outcome(
            String id, RecordingResult result, @Nullable CxException e, @Nullable String detail) {
        Integer status = e instanceof ApiException answer ? answer.status() : null;
        String code = e instanceof ApiException answer ? answer.code() : null;
        return new RecordingOutcome(id, result, status, code, detail, time.now());
    }
}
