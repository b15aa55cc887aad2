package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.sandbox.Violation;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the sandbox saw; of very long runs only the end, so that memory does not fill up. */
public final class RequestLog {
    private final int limit;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final Deque<Violation> violations = new ArrayDeque<>();
    private final Set<String> exercised = new TreeSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private volatile @Nullable Consumer<RecordedRequest> requestHook;
    private volatile @Nullable Consumer<RecordedRequest> answerHook;

    public RequestLog(int limit) {
        this.limit = limit;
    }

    public void onRequest(Consumer<RecordedRequest> hook) {
        requestHook = hook;
    }

    public void onAnswer(Consumer<RecordedRequest> hook) {
        answerHook = hook;
    }

    /** To be told before anything is done about a request. */
    public void request(Exchange exchange, @Nullable String operationId) {
        Consumer<RecordedRequest> hook = requestHook;
        if (hook != null) {
            hook.accept(recorded(exchange, operationId, 0));
        }
    }

    /** To be told when a request was carried out, before it is answered. */
    public void answer(Exchange exchange, @Nullable String operationId, Answer answer) {
        int status = answer.delivery().answers() ? answer.status() : 0;
        RecordedRequest request = recorded(exchange, operationId, status);
        remember(request);
        Consumer<RecordedRequest> hook = answerHook;
        if (hook != null) {
            hook.accept(request);
        }
    }

    private static RecordedRequest recorded(Exchange exchange, @Nullable String operationId, int status) {
        return new RecordedRequest(
                exchange.origin().label(),
                exchange.method(),
                exchange.path(),
                exchange.query(),
                exchange.headers().asMap(),
                exchange.body(),
                operationId,
                status);
    }

    private synchronized void remember(RecordedRequest request) {
        requests.add(request);
        trim(requests);
        String operationId = request.operationId();
        if (operationId != null) {
            counts.merge(operationId, 1, Integer::sum);
        }
    }

    public synchronized void violations(List<Violation> found) {
        violations.addAll(found);
        trim(violations);
    }

    private void trim(Deque<?> entries) {
        while (entries.size() > limit) {
            entries.removeFirst();
        }
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
