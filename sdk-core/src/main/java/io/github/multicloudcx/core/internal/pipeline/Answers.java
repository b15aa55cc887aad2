package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.FieldError;
import io.github.multicloudcx.core.internal.log.Redactor;
import org.jspecify.annotations.Nullable;

/** Answers that say no, as exceptions show them: without secrets. */
final class Answers {
    private final Redactor redactor;

    Answers(Redactor redactor) {
        this.redactor = redactor;
    }

    ErrorAnswer of(Failure.Refusal refusal) {
        var problem = refusal.problem();
        return new ErrorAnswer(
                refusal.status(),
                refusal.headers(),
                clean(problem.code()),
                clean(problem.message()),
                problem.detail() == null ? null : redactor.json(problem.detail()),
                problem.fieldErrors().stream().map(this::clean).toList(),
                problem.unprocessed().stream().map(redactor::json).toList(),
                refusal.body());
    }

    private @Nullable String clean(@Nullable String text) {
        return text == null ? null : redactor.text(text);
    }

    private FieldError clean(FieldError error) {
        return new FieldError(clean(error.code()), clean(error.field()), clean(error.message()));
    }
}
