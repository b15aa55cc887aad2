package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** Hands updates to any number of subscribers, to each as many as it requests. */
final class UpdatePublisher implements Flow.Publisher<StatisticUpdate> {
    private final Executor executor;
    private final Supplier<List<StatisticUpdate>> latest;
    private final Set<UpdateStream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    /**
     * A publisher without subscribers.
     *
     * @param executor where subscribers are called
     * @param latest what a new subscriber gets first
     */
    UpdatePublisher(Executor executor, Supplier<List<StatisticUpdate>> latest) {
        this.executor = executor;
        this.latest = latest;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StatisticUpdate> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        UpdateStream stream = new UpdateStream(subscriber, over ? Runnable::run : executor, latest, streams::remove);
        streams.add(stream);
        stream.wake();
        if (over) {
            stream.end();
        }
    }

    /** To be signalled with the next {@link #wake()}. */
    void update(StatisticUpdate update) {
        streams.forEach(stream -> stream.offer(update));
    }

    void wake() {
        streams.forEach(UpdateStream::wake);
    }

    void forget(Collection<Statistic> statistics) {
        streams.forEach(stream -> stream.forget(statistics));
    }

    void end() {
        over = true;
        streams.forEach(UpdateStream::end);
    }
}
