package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.internal.envelope.Problem;
import org.jspecify.annotations.Nullable;

/** An answer with a status of success that is none. */
public final class BadAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Problem problem;
    private final transient @Nullable String body;

    private BadAnswer(String what, @Nullable Throwable cause, @Nullable Problem problem, @Nullable String body) {
        super(what, cause);
        this.problem = problem;
        this.body = body;
    }

    /** Not what the reference describes. */
    public static BadAnswer malformed(String what) {
        return new BadAnswer(what, null, null, null);
    }

    /** The same about a body of which so much was read. */
    BadAnswer in(String text) {
        return body == null ? new BadAnswer(String.valueOf(getMessage()), getCause(), problem, text) : this;
    }

    /** An error in an envelope. */
    public static BadAnswer refused(Problem problem, String body) {
        return new BadAnswer("refused", null, problem, body);
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    @Nullable
    String body() {
        return body;
    }
}
