package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscriber by the rules of Reactive Streams: never more than it requested, one signal at a time, one end. */
final class UpdateStream implements Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateStream.class);

    private final Flow.Subscriber<? super StatisticUpdate> subscriber;
    private final Supplier<List<StatisticUpdate>> latest;
    private final Consumer<UpdateStream> onEnd;
    private final Conflater updates = new Conflater();
    private final AtomicLong requested = new AtomicLong();
    private final SerialWork work;
    private boolean begun;
    private volatile boolean ended;
    private volatile boolean over;
    private volatile @Nullable Throwable error;

    /**
     * A stream that has not begun.
     *
     * @param subscriber who gets it
     * @param executor where the subscriber is called
     * @param latest what it gets first
     * @param onEnd told when nothing more will be signalled
     */
    UpdateStream(
            Flow.Subscriber<? super StatisticUpdate> subscriber,
            Executor executor,
            Supplier<List<StatisticUpdate>> latest,
            Consumer<UpdateStream> onEnd) {
        this.subscriber = subscriber;
        this.latest = latest;
        this.onEnd = onEnd;
        this.work = new SerialWork(executor, this::signalOne);
    }

    void offer(StatisticUpdate update) {
        updates.offer(update);
    }

    void wake() {
        work.wake();
    }

    void forget(Collection<Statistic> statistics) {
        updates.forget(statistics);
    }

    /** No update will come any more; those that wait are dropped. */
    void end() {
        ended = true;
        work.wake();
    }

    @Override
    public void request(long number) {
        if (number < 1) {
            error = new IllegalArgumentException("request must be 1 or more, not " + number);
        } else {
            requested.getAndUpdate(before -> before + number < 0 ? Long.MAX_VALUE : before + number);
        }
        work.wake();
    }

    @Override
    public void cancel() {
        finish();
    }

    private boolean signalOne() {
        if (over) {
            return false;
        }
        try {
            return begun ? next() : first();
        } catch (RuntimeException | Error thrown) {
            finish();
            LOG.error("A subscriber of live statistics threw, which Reactive Streams forbid; it gets no more", thrown);
            return false;
        }
    }

    private boolean first() {
        begun = true;
        latest.get().forEach(updates::offerOlder);
        subscriber.onSubscribe(this);
        return true;
    }

    private boolean next() {
        Throwable wrong = error;
        if (wrong != null) {
            finish();
            subscriber.onError(wrong);
            return false;
        }
        if (ended) {
            finish();
            subscriber.onComplete();
            return false;
        }
        StatisticUpdate update = requested.get() == 0 ? null : updates.poll();
        if (update == null) {
            return false;
        }
        requested.getAndUpdate(before -> before == Long.MAX_VALUE ? before : before - 1);
        subscriber.onNext(update);
        return true;
    }

    private void finish() {
        over = true;
        updates.clear();
        onEnd.accept(this);
    }
}
