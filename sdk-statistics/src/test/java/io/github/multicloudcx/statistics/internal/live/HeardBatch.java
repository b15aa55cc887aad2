package io.github.multicloudcx.statistics.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.Promise;
import org.cometd.client.transport.TransportListener;
import org.cometd.common.TransportException;

/** What a transport tells about one batch. */
class HeardBatch implements TransportListener {
    private final List<String> told = new ArrayList<>();
    private final List<Message.Mutable> received = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Deque<Long> patience = new ArrayDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean interrupted;

    /** Waits so much longer when asked; when asked more often, no longer. */
    HeardBatch waitingLonger(long... millis) {
        for (long more : millis) {
            patience.add(more);
        }
        return this;
    }

    @Override
    public synchronized void onSending(List<? extends Message> messages) {
        told.add("sending " + messages.size());
    }

    @Override
    public void onMessages(List<Message.Mutable> messages) {
        note("messages");
        synchronized (this) {
            received.addAll(messages);
        }
        over.countDown();
    }

    @Override
    public void onFailure(Throwable failure, List<? extends Message> messages) {
        note("failure of " + messages.size());
        synchronized (this) {
            failures.add(failure);
        }
        over.countDown();
    }

    private synchronized void note(String what) {
        told.add(what);
        interrupted |= Thread.currentThread().isInterrupted();
    }

    @Override
    public void onTimeout(List<? extends Message> messages, Promise<Long> promise) {
        Long more;
        synchronized (this) {
            told.add("late");
            more = patience.poll();
        }
        promise.succeed(more == null ? 0L : more);
    }

    /** Everything it was told, in order. */
    synchronized List<String> told() {
        return List.copyOf(told);
    }

    synchronized boolean toldAnOutcome() {
        return over.getCount() == 0;
    }

    /** How often messages or a failure were told. */
    synchronized int outcomes() {
        return (int) told.stream()
                .filter(word -> word.startsWith("messages") || word.startsWith("failure"))
                .count();
    }

    /** Whether it was told on an interrupted thread. */
    synchronized boolean interrupted() {
        return interrupted;
    }

    HeardBatch awaitOver() {
        try {
            assertThat(over.await(20, TimeUnit.SECONDS))
                    .as("the batch is over; told " + told())
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    List<Message.Mutable> awaitMessages() {
        awaitOver();
        synchronized (this) {
            assertThat(failures).isEmpty();
            return List.copyOf(received);
        }
    }

    /** The failure, which is always one of the transport; what was met is its cause. */
    TransportException awaitFailure() {
        awaitOver();
        synchronized (this) {
            assertThat(told).doesNotContain("messages");
            assertThat(failures).hasSize(1);
            assertThat(failures.get(0)).isInstanceOf(TransportException.class);
            return (TransportException) failures.get(0);
        }
    }
}
