package io.github.multicloudcx.sandbox.internal.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults waiting for their request, in the order in which they were asked for. */
public final class FaultQueue {
    private final List<FaultRule> rules = new ArrayList<>();

    public synchronized void add(FaultRule rule) {
        rules.add(rule);
    }

    /** Uses up the first fault that meets the request. */
    public synchronized Optional<FaultRule.Effect> take(FaultTarget request) {
        for (FaultRule rule : rules) {
            if (rule.takes(request)) {
                return Optional.of(rule.effect());
            }
        }
        return Optional.empty();
    }

    public synchronized int pending() {
        return rules.stream().mapToInt(FaultRule::uses).sum();
    }

    public synchronized void clear() {
        rules.clear();
    }
}
