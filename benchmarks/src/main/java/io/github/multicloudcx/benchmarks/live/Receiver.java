package io.github.multicloudcx.benchmarks.live;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Remembers the last value of each statistic that it heard. As a subscriber it requests one update at a time. */
final class Receiver implements Flow.Subscriber<StatisticUpdate> {
    private final Load load;
    private final AtomicLongArray last;
    private final AtomicLong heard = new AtomicLong();
    private final AtomicInteger errors = new AtomicInteger();
    private final Times ages = new Times();
    private Flow.Subscription subscription;

    Receiver(Load load) {
        this.load = load;
        this.last = new AtomicLongArray(load.statistics());
    }

    void hear(StatisticUpdate update) {
        last.set(load.index(update.statistic().objectId()), value(update));
        heard.incrementAndGet();
        Instant timestamp = update.timestamp();
        if (timestamp != null) {
            ages.add(Duration.between(timestamp, update.receivedAt()).toNanos());
        }
    }

    static long value(StatisticUpdate update) {
        return update.value().asLong().orElse(-1);
    }

    long heard() {
        return heard.get();
    }

    int errors() {
        return errors.get();
    }

    /** How old the values were that it heard when they arrived, by the one clock of both sides. */
    Times ages() {
        return ages;
    }

    /** How many statistics it has another last value of. */
    int wrong(long[] truth) {
        int wrong = 0;
        for (int index = 0; index < truth.length; index++) {
            wrong += last.get(index) == truth[index] ? 0 : 1;
        }
        return wrong;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        subscription.request(1);
    }

    @Override
    public void onNext(StatisticUpdate update) {
        hear(update);
        subscription.request(1);
    }

    @Override
    public void onError(Throwable error) {
        errors.incrementAndGet();
    }

    @Override
    public void onComplete() {}
}
