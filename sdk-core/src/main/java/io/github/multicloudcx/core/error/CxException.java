package io.github.multicloudcx.core.error;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Fate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong once a call runs. The message is one line that says what failed, where and what to do; it
 * holds no secret. Failures of earlier attempts are attached as suppressed exceptions. Wrong parameters are
 * {@link IllegalArgumentException}s instead, thrown before anything is sent.
 */
public class CxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorContext context;
    /** Whether the server may have carried out what was asked; kept when the rest of the context is not. */
    private final Fate fate;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     * @param context the call it is about
     */
    public CxException(String message, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause);
        this.context = context;
        this.fate = context.fate();
    }

    /**
     * Returns the call that failed.
     *
     * @return method, path template, trace id, fate and attempts; only the fate after serialization
     */
    public ErrorContext context() {
        return context == null ? new ErrorContext(fate) : context;
    }

    /**
     * Returns whether the server may have carried out what was asked.
     *
     * @return the fate of the request
     */
    public Fate fate() {
        return fate;
    }

    /**
     * Tells whether a later try may do better without anybody mending anything: there was no connection or it broke, time ran
     * out, the server failed or was busy, or something in between answered for it.
     *
     * @return false when the server gave its verdict on the request or on who sent it, and for whatever else is not passing
     */
    public boolean temporary() {
        return false;
    }

    /**
     * Returns the timeline: start, wait and its reason, outcome of each attempt.
     *
     * @return attempts in order; empty when nothing was tried
     */
    public List<Attempt> attempts() {
        return context().attempts();
    }

    /**
     * Returns the id to quote when asking the operator of the deployment.
     *
     * @return value of X-B3-TraceId, or null when nothing was tried
     */
    public @Nullable String traceId() {
        return context().traceId();
    }
}
