package io.github.multicloudcx.sandbox.internal.cometd;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The answers that are still to come; their requests wait here on the threads that brought them. */
final class HeldPolls {
    private final Gauge gauge;
    private final Map<Long, CompletableFuture<Answer>> held = new HashMap<>();
    private long tickets;
    private boolean closed;

    HeldPolls(Gauge gauge) {
        this.gauge = gauge;
    }

    /** Waits for an answer; there is one at the latest when all polls are ended. */
    Answer await(CompletableFuture<Answer> answer) {
        if (!answer.isDone()) {
            hold(answer);
        }
        return answer.join();
    }

    private void hold(CompletableFuture<Answer> answer) {
        boolean late;
        long ticket;
        synchronized (this) {
            late = closed;
            ticket = tickets++;
            held.put(ticket, answer);
        }
        gauge.changed();
        var unused = answer.whenComplete((done, failed) -> release(ticket));
        if (late) {
            answer.complete(Answer.reset());
        }
    }

    private void release(long ticket) {
        synchronized (this) {
            held.remove(ticket);
        }
        gauge.changed();
    }

    /** Right as soon as an answer is there, even if its thread has not noticed yet. */
    synchronized int count() {
        return (int) held.values().stream().filter(answer -> !answer.isDone()).count();
    }

    /** Resets the connections of all that wait. */
    void resetAll() {
        List<CompletableFuture<Answer>> all;
        synchronized (this) {
            all = new ArrayList<>(held.values());
        }
        all.forEach(answer -> answer.complete(Answer.reset()));
    }

    /** From now on nobody waits. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        resetAll();
    }
}
