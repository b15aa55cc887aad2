package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.error.UnprocessableException;
import io.github.multicloudcx.core.error.UnsupportedMediaTypeException;
import java.util.List;

/** Makes the exception in which a call ends. */
final class ErrorFactory {
    private final ErrorMessage message;
    private final Answers answers;

    ErrorFactory(Engine engine) {
        this.answers = new Answers(engine.redactor());
        this.message = new ErrorMessage(engine, answers);
    }

    /** The last failure that means something, with the others as suppressed exceptions. */
    CxException exception(Run run) {
        List<Failure> failures = run.failures;
        int meaningful = meaningful(failures);
        RuntimeException thrown = make(run, meaningful);
        for (int i = 0; i < failures.size(); i++) {
            if (i != meaningful) {
                thrown.addSuppressed(make(run, i));
            }
        }
        if (thrown instanceof CxException e) {
            return e;
        }
        throw thrown;
    }

    /** When time ran out before another attempt could be sent, the failure before says more. */
    private static int meaningful(List<Failure> failures) {
        int last = failures.size() - 1;
        Failure failure = failures.get(last);
        boolean tooLate = failure.kind() == Failure.Kind.TIMEOUT && failure.fate() == Fate.NOT_SENT;
        return tooLate && last > 0 ? last - 1 : last;
    }

    private RuntimeException make(Run run, int index) {
        Failure failure = run.failures.get(index);
        if (failure.kind() == Failure.Kind.THROWN && failure.cause() instanceof RuntimeException e) {
            return e;
        }
        Fate fate = fate(run, index);
        ErrorContext context =
                new ErrorContext(run.spec.method(), run.spec.template(), run.traceId, fate, run.timeline.attempts());
        String line = message.line(run, failure, fate);
        return switch (failure.kind()) {
            case API -> refused(run, failure, line, context);
            case TIMEOUT -> new CallTimeoutException(line, failure.cause(), context);
            case INTERRUPTED, CLOSED -> new CallInterruptedException(line, failure.cause(), context);
            case DECODE -> new DecodeException(line, null, context);
            case STORAGE -> new StorageException(line, failure.cause(), context);
            case CONNECTION, THROWN -> new ConnectionException(line, failure.cause(), context);
        };
    }

    /** A refusal after an attempt of unknown fate does not tell that the request was not carried out. */
    private static Fate fate(Run run, int index) {
        Failure failure = run.failures.get(index);
        boolean doubt = run.failures.subList(0, index).stream().anyMatch(earlier -> earlier.fate() == Fate.UNKNOWN);
        boolean harmless = failure.fate() == Fate.NOT_SENT || failure.fate() == Fate.REJECTED;
        return harmless && doubt && !run.spec.reads() ? Fate.UNKNOWN : failure.fate();
    }

    private ApiException refused(Run run, Failure failure, String line, ErrorContext context) {
        Failure.Refusal refusal = failure.refusal();
        if (refusal == null) {
            throw new IllegalStateException("an answer without an answer");
        }
        ErrorAnswer answer = answers.of(refusal);
        ApiException general = general(run, refusal, answer, line, context);
        return run.spec.refusals().apply(general);
    }

    private static ApiException general(
            Run run, Failure.Refusal refusal, ErrorAnswer answer, String line, ErrorContext context) {
        return switch (refusal.status()) {
            case 400 -> new BadRequestException(line, answer, context);
            case 401 -> new UnauthorizedException(line, answer, context);
            case 403 -> new ForbiddenException(line, Refusals.reason(refusal, run.spec.signInProbe()), answer, context);
            case 404 -> new NotFoundException(line, answer, context);
            case 409 -> new ConflictException(line, answer, context);
            case 415 -> new UnsupportedMediaTypeException(line, answer, context);
            case 422 -> new UnprocessableException(line, answer, context);
            case 429 -> new TooManyRequestsException(line, refusal.retryAfter(), answer, context);
            default ->
                refusal.status() >= 500
                        ? new ServerException(line, answer, context)
                        : new ApiException(line, answer, context);
        };
    }
}
