package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.testsupport.TestWire;

/** A server with answers in a row and a client that waits in no time. */
final class Wire extends TestWire<Wire> {
    final StatisticsClient statistics = StatisticsClient.create(cx);

    Wire() {
        this(RetryPolicy.none());
    }

    Wire(RetryPolicy policy) {
        super(policy);
    }

    @Override
    protected Wire self() {
        return this;
    }
}
