package io.github.multicloudcx.nexus;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.testsupport.TestWire;

/** A server with answers in a row and a client that waits in no time. */
public final class Wire extends TestWire<Wire> {
    public final NexusClient nexus = NexusClient.create(cx);

    public Wire() {
        this(RetryPolicy.none());
    }

    public Wire(RetryPolicy policy) {
        super(policy);
    }

    @Override
    protected Wire self() {
        return this;
    }
}
