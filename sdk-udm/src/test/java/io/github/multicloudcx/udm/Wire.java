package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.testsupport.TestWire;

/** A server with answers in a row and clients that wait in no time. */
final class Wire extends TestWire<Wire> {
    final Clients clients = Clients.of(cx);
    final UdmClient udm = clients.udm();

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
