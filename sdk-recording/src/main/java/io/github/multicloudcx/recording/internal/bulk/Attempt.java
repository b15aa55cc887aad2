package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.internal.work.RateLimiter;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.recording.bulk.RecordingResult;
import io.github.multicloudcx.recording.internal.Refused;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tries one id; used by several threads. */
final class Attempt implements Function<String, Tried> {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(365);

    private final Function<String, Call<?>> calls;
    private final @Nullable RateLimiter limiter;
    private final TimeSource time;

    Attempt(Function<String, Call<?>> calls, @Nullable RateLimit limit, TimeSource time) {
        this.calls = calls;
        this.limiter = limit == null ? null : new RateLimiter(limit, time);
        this.time = time;
    }

    @Override
    public Tried apply(String id) {
        try {
            Call<?> call = calls.apply(id);
            permit();
            var unused = call.execute();
            return new Tried(
                    new RecordingOutcome(id, RecordingResult.DONE, 200, "0", null, time.now()), null, false, false);
        } catch (IllegalArgumentException e) {
            return new Tried(
                    new RecordingOutcome(id, RecordingResult.INVALID_ID, null, null, e.getMessage(), time.now()),
                    null,
                    false,
                    false);
        } catch (CxException e) {
            return new Tried(outcome(id, e), e, passing(e), hopeless(e));
        }
    }

    private void permit() {
        if (limiter == null) {
            return;
        }
        try {
            var unused = limiter.acquire(AS_LONG_AS_IT_TAKES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted while waiting for the rate limit; nothing was sent",
                    e,
                    new ErrorContext(Fate.NOT_SENT));
        }
    }

    private RecordingOutcome outcome(String id, CxException e) {
        Integer status = e instanceof ApiException answer ? answer.status() : null;
        String code = e instanceof ApiException answer ? answer.code() : null;
        return new RecordingOutcome(id, result(e), status, code, e.getMessage(), time.now());
    }

    private static RecordingResult result(CxException e) {
        if (e instanceof ApiException refusal && Refused.noRecording(refusal.answer())) {
            return RecordingResult.NOT_FOUND;
        }
        if (hopeless(e)) {
            return RecordingResult.REFUSED;
        }
        if (e instanceof ApiException) {
            return RecordingResult.FAILED;
        }
        return e.fate() == Fate.NOT_SENT ? RecordingResult.NOT_SENT : RecordingResult.UNKNOWN;
    }

    /** What is about the user, and not about the id. */
    private static boolean hopeless(CxException e) {
        return e instanceof UnauthorizedException
                || e instanceof ForbiddenException
                || (e instanceof AuthenticationException && !e.temporary());
    }

    /** What another try may mend. A 404 that does not name the recording may be cut off, or of something in between. */
    private static boolean passing(CxException e) {
        return e.temporary() || (e instanceof NotFoundException refusal && !Refused.noRecording(refusal.answer()));
    }
}
