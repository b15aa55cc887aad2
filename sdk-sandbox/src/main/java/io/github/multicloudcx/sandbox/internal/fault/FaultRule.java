package io.github.multicloudcx.sandbox.internal.fault;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** One fault: which requests it meets, how often, and what it makes of them. Guarded by its queue. */
public final class FaultRule {
    /** What a fault may do: ask for the healthy answer, or for the caller's token to be revoked, or neither. */
    @FunctionalInterface
    public interface Effect extends BiFunction<Runnable, Supplier<Answer>, Answer> {}

    private final FaultTarget target;
    private final Effect effect;
    private int skips;
    private int uses;

    public FaultRule(FaultTarget target, int skips, int uses, Effect effect) {
        this.target = target;
        this.skips = skips;
        this.uses = uses;
        this.effect = effect;
    }

    boolean takes(FaultTarget request) {
        if (uses == 0 || !target.covers(request)) {
            return false;
        }
        if (skips > 0) {
            skips--;
            return false;
        }
        uses--;
        return true;
    }

    int uses() {
        return uses;
    }

    Effect effect() {
        return effect;
    }
}
