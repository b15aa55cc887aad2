package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.sandbox.Violation;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the sandbox saw. */
public final class RequestLog {
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> exercised = new TreeSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public synchronized void request(Exchange exchange, @Nullable String operationId, Answer answer) {
        requests.add(new RecordedRequest(
                exchange.origin().label(),
                exchange.method(),
                exchange.path(),
                exchange.query(),
                exchange.headers().asMap(),
                exchange.body(),
                operationId,
                answer.delivery().answers() ? answer.status() : 0));
        if (operationId != null) {
            counts.merge(operationId, 1, Integer::sum);
        }
    }

    public synchronized void violations(List<Violation> found) {
        violations.addAll(found);
    }

    public synchronized void exercised(String operationId) {
        exercised.add(operationId);
    }

    /** How often an operation was asked for; clearing the requests does not change it. */
    public synchronized int count(String operationId) {
        return counts.getOrDefault(operationId, 0);
    }

    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public synchronized void clearRequests() {
        requests.clear();
    }

    public synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    public synchronized void clearViolations() {
        violations.clear();
    }

    public synchronized Set<String> exercisedOperations() {
        return Collections.unmodifiableSet(new TreeSet<>(exercised));
    }
}
