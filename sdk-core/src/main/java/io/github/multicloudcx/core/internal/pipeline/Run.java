package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.internal.log.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One execution of a call, from its first attempt to its end. Used by one thread. */
final class Run {
    private static final Authorization NOBODY = new Authorization(Map.of(), null);

    final Spec spec;
    final CallOptions options;
    final RetryPolicy policy;
    final Authenticator authenticator;
    final String traceId;
    final Deadline deadline;
    final Timeline timeline;
    final CallWatch watch;
    final boolean keepsText;
    final List<Failure> failures = new ArrayList<>();
    Authorization authorization = NOBODY;
    boolean recovered;
    boolean budgetSpent;

    Run(Spec spec, CallOptions options, Engine engine, Authenticator own, CallWatch watch, boolean keepsText) {
        this.spec = spec;
        this.options = options;
        this.policy = options.retryPolicy() == null ? engine.retryPolicy() : options.retryPolicy();
        this.authenticator = spec.authenticator() == null ? own : spec.authenticator();
        this.watch = watch;
        this.keepsText = keepsText;
        this.traceId = watch.traceId;
        this.deadline = new Deadline(engine.time(), options.timeout() == null ? engine.timeout() : options.timeout());
        this.timeline = watch.timeline;
    }

    /** Does what may show something that the server has repeated; what the credentials have added is masked in it. */
    <T> T withoutItsSecrets(Redactor redactor, Supplier<T> work) {
        return redactor.knowing(authorization.headers().values(), work);
    }
}
