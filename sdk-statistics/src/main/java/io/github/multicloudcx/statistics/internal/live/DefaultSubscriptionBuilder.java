package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.CanIgnoreReturnValue;
import io.github.multicloudcx.core.CheckReturnValue;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wanted and opens it. */
@CanIgnoreReturnValue
public final class DefaultSubscriptionBuilder implements SubscriptionBuilder {
    private final CxClient cx;
    private final Supplier<LiveThreads> threads;
    private final Set<Statistic> statistics = new LinkedHashSet<>();
    private Listeners listeners = Listeners.NONE;
    private LiveSettings settings = LiveSettings.DEFAULT;
    private @Nullable Executor executor;

    /** A builder for a connection. */
    public DefaultSubscriptionBuilder(CxClient cx) {
        this(cx, LiveThreads::start);
    }

    DefaultSubscriptionBuilder(CxClient cx, Supplier<LiveThreads> threads) {
        this.cx = cx;
        this.threads = threads;
    }

    @Override
    public SubscriptionBuilder statistic(Statistic statistic) {
        statistics.add(Require.present(statistic, "statistic"));
        return this;
    }

    @Override
    public SubscriptionBuilder statistics(Collection<Statistic> more) {
        Require.present(more, "statistics").forEach(this::statistic);
        return this;
    }

    @Override
    public SubscriptionBuilder onUpdate(Consumer<? super StatisticUpdate> listener) {
        listeners = listeners.update(Require.present(listener, "onUpdate"));
        return this;
    }

    @Override
    public SubscriptionBuilder onStateChange(Consumer<? super LiveState> listener) {
        listeners = listeners.state(Require.present(listener, "onStateChange"));
        return this;
    }

    @Override
    public SubscriptionBuilder onGap(Consumer<? super Gap> listener) {
        listeners = listeners.gap(Require.present(listener, "onGap"));
        return this;
    }

    @Override
    public SubscriptionBuilder onListenerError(Consumer<? super Throwable> listener) {
        listeners = listeners.error(Require.present(listener, "onListenerError"));
        return this;
    }

    @Override
    public SubscriptionBuilder executor(Executor other) {
        executor = Require.present(other, "executor");
        return this;
    }

    @Override
    public SubscriptionBuilder allowMissing(boolean allow) {
        settings = settings.missingAllowed(allow);
        return this;
    }

    @Override
    public SubscriptionBuilder openTimeout(Duration limit) {
        settings = settings.open(atLeastOneMillisecond(limit, "openTimeout"));
        return this;
    }

    @Override
    public SubscriptionBuilder closeTimeout(Duration limit) {
        settings = settings.close(atLeastOneMillisecond(limit, "closeTimeout"));
        return this;
    }

    @Override
    public SubscriptionBuilder staleAfter(Duration limit) {
        settings = settings.stale(atLeastOneMillisecond(limit, "staleAfter"));
        return this;
    }

    @Override
    public SubscriptionBuilder verifyEvery(Duration interval) {
        settings = settings.verify(atLeastOneMillisecond(interval, "verifyEvery"));
        return this;
    }

    @Override
    public SubscriptionBuilder networkDelay(Duration limit) {
        settings = settings.networkDelay(atLeastOneMillisecond(limit, "networkDelay"));
        return this;
    }

    private static Duration atLeastOneMillisecond(@Nullable Duration limit, String name) {
        Duration duration = Require.positive(limit, name);
        if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(name + " must be between 1 millisecond and 365 days, not " + duration);
        }
        return duration;
    }

    @Override
    public SubscriptionBuilder batchSize(int size) {
        settings = settings.batchSize((int) Require.positive(size, "batchSize"));
        return this;
    }

    @Override
    @CheckReturnValue
    public StatisticsSubscription open() {
        if (statistics.isEmpty()) {
            throw new IllegalArgumentException("statistics must name one or more");
        }
        if (cx.closed()) {
            throw new IllegalStateException("The client is closed; nothing was sent");
        }
        LiveSubscription subscription =
                new LiveSubscription(cx, List.copyOf(statistics), listeners, settings, executor, threads.get());
        try {
            subscription.start().get();
            return subscription;
        } catch (InterruptedException e) {
            subscription.close();
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted while the subscription was opened", e, new ErrorContext(Fate.UNKNOWN));
        } catch (ExecutionException e) {
            subscription.close();
            throw reason(e);
        }
    }

    /** The reason itself, which also shows who asked. */
    private static RuntimeException reason(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException reason) {
            reason.addSuppressed(new Throwable("open() was called here"));
            return reason;
        }
        return new IllegalStateException(e.getCause());
    }
}
