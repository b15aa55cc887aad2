package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.testsupport.TestWire;

/** A server with answers in a row and a client that waits in no time. */
public final class Wire extends TestWire<Wire> {
    public final GrsClient grs = GrsClient.create(cx);
    public final RulePackage rules = grs.tenant("t/1").rulePackage("p 1");

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
