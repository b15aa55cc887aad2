package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.contract.Contract;
import io.github.multicloudcx.sandbox.internal.fault.FaultQueue;
import io.github.multicloudcx.sandbox.internal.fault.FaultRule;
import io.github.multicloudcx.sandbox.internal.fault.FaultTarget;
import io.github.multicloudcx.sandbox.internal.http.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Faults on demand: {@code sandbox.faults().on("getExportJobV10").times(2).status(503)}. A fault waits for its request;
 * when several wait for the same one they are used in the order in which they were asked for. A request that breaks the
 * contract uses up none. Thread-safe.
 */
public final class Faults {
    private final FaultQueue queue;

    Faults(FaultQueue queue) {
        this.queue = queue;
    }

    /**
     * A fault for an operation.
     *
     * @param operationId operation of the contract, for example {@code getExportJobV10}
     * @return the fault to describe
     * @throws IllegalArgumentException if the contract has no such operation
     */
    public FaultBuilder on(String operationId) {
        if (!Contract.get().operations().containsKey(operationId)) {
            throw new IllegalArgumentException("The contract has no operation " + operationId);
        }
        return aimedAt(Origin.GATEWAY, operationId);
    }

    /**
     * A fault for any request at the gateway.
     *
     * @return the fault to describe
     */
    public FaultBuilder onAny() {
        return aimedAt(Origin.GATEWAY, null);
    }

    /**
     * A fault for any request at the storage origin.
     *
     * @return the fault to describe
     */
    public FaultBuilder onStorage() {
        return aimedAt(Origin.STORAGE, null);
    }

    /**
     * How many requests the waiting faults will still meet.
     *
     * @return the number, 0 when all are used up
     */
    public int pending() {
        return queue.pending();
    }

    /** Drops all waiting faults. */
    public void clear() {
        queue.clear();
    }

    private FaultBuilder aimedAt(Origin origin, @Nullable String operationId) {
        return new FaultBuilder(this, new FaultTarget(origin, operationId));
    }

    Faults add(FaultRule rule) {
        queue.add(rule);
        return this;
    }
}
