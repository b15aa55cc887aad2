package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one execution one after the other and puts their answers together. */
final class BatchRun {
    private final List<Batches.Batch> batches;
    private final TimeSource time;
    private final @Nullable Duration timeout;
    private final long started;

    private final List<PeekedStatisticValue> statistics = new ArrayList<>();
    private final List<ResponseStatus> errors = new ArrayList<>();
    private final List<Statistic> missing = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private @Nullable ApiResponse<PeekedStatistics> firstAnswer;
    private @Nullable CxException firstFailure;
    private boolean partial;

    BatchRun(List<Batches.Batch> batches, TimeSource time, @Nullable Duration timeout) {
        this.batches = batches;
        this.time = time;
        this.timeout = timeout;
        this.started = time.nanoTime();
    }

    ApiResponse<PeekedStatistics> run() {
        for (Batches.Batch batch : batches) {
            try {
                succeeded(limited(batch.call()).executeForResponse());
            } catch (CallInterruptedException e) {
                throw e;
            } catch (CxException e) {
                failed(batch, e);
            }
        }
        return together();
    }

    /** With what is left of the time for all requests. */
    private Call<PeekedStatistics> limited(Call<PeekedStatistics> call) {
        if (timeout == null) {
            return call;
        }
        Duration left = timeout.minus(elapsed());
        return left.isNegative() || left.isZero() ? Call.failed(outOfTime(timeout)) : call.timeout(left);
    }

    private static CallTimeoutException outOfTime(Duration total) {
        String path = ApiFamily.STATISTICS.basePath() + StatisticsRequests.SEVERAL_VALUES;
        return new CallTimeoutException(
                "Out of time for POST " + path + "; the call had " + total.toMillis()
                        + " ms for all of its requests; raise its timeout if it needs longer; "
                        + Fate.NOT_SENT.advice(),
                null,
                new ErrorContext("POST", path, null, Fate.NOT_SENT, List.of()));
    }

    private void succeeded(ApiResponse<PeekedStatistics> answer) {
        firstAnswer = firstAnswer == null ? answer : firstAnswer;
        statistics.addAll(answer.value().statistics());
        errors.addAll(answer.value().errors());
        missing.addAll(answer.value().missing());
        attempts.addAll(answer.attempts());
        partial |= answer.envelope() != null && answer.envelope().partial();
    }

    private void failed(Batches.Batch batch, CxException failure) {
        if (firstFailure == null) {
            firstFailure = failure;
        } else {
            firstFailure.addSuppressed(failure);
        }
        String code = failure instanceof ApiException refused ? refused.code() : null;
        errors.add(new ResponseStatus(code, failure.getMessage(), null));
        missing.addAll(batch.statistics());
        attempts.addAll(failure.attempts());
        partial = true;
    }

    private ApiResponse<PeekedStatistics> together() {
        if (firstAnswer == null) {
            throw firstFailure == null ? new IllegalStateException("there was nothing to send") : firstFailure;
        }
        return new ApiResponse<>(
                new PeekedStatistics(statistics, errors, missing),
                firstAnswer.status(),
                firstAnswer.headers(),
                null,
                partial ? new ResponseStatus("2", null, null) : firstAnswer.envelope(),
                errors,
                firstAnswer.traceId(),
                attempts,
                elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - started);
    }
}
