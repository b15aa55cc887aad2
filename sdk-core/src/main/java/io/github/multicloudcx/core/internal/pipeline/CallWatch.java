package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.event.CallEnd;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.core.event.CallObserver;
import io.github.multicloudcx.core.event.CallStart;
import io.github.multicloudcx.core.internal.http.CxHeaders;
import io.github.multicloudcx.core.internal.log.WireLog;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One execution of a call as listeners see it, from the moment at which it was asked for. */
final class CallWatch {
    private enum State {
        WAITING,
        RUNNING,
        OVER
    }

    final String traceId;
    final Timeline timeline;
    private final TimeSource time;
    private final long startNanos;
    private final List<CallObserver> observers;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    CallWatch(Spec spec, Engine engine) {
        this.traceId = CxHeaders.traceId(engine.random());
        this.timeline = new Timeline(engine.time());
        this.time = engine.time();
        this.startNanos = time.nanoTime();
        this.observers = engine.listeners().isEmpty() ? List.of() : observers(spec, engine);
    }

    private List<CallObserver> observers(Spec spec, Engine engine) {
        URI origin = URI.create(spec.target().origin());
        CallStart start = new CallStart(spec.method(), spec.template(), origin, traceId, time.now());
        List<CallObserver> all = new ArrayList<>();
        for (CallListener listener : engine.listeners()) {
            tell(() -> {
                CallObserver observer = listener.started(start);
                if (observer != null) {
                    all.add(observer);
                }
            });
        }
        return all;
    }

    /** False when it is over before it began, so that nothing may be sent any more. */
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.RUNNING);
    }

    void retrying(Attempt failed, Duration wait) {
        if (state.get() == State.RUNNING) {
            each(observer -> observer.retrying(failed, wait));
        }
    }

    void succeeded(int status) {
        if (leaves(State.RUNNING) && !observers.isEmpty()) {
            each(observer -> observer.ended(end(status, null)));
        }
    }

    void failed(Throwable failure) {
        if (leaves(State.RUNNING)) {
            each(observer -> observer.ended(end(status(failure), failure)));
        }
    }

    /** It was over before any thread began with it: cancelled, or the client was closed. */
    void over(@Nullable Throwable failure) {
        if (failure != null && leaves(State.WAITING)) {
            each(observer -> observer.ended(end(null, failure)));
        }
    }

    private boolean leaves(State from) {
        return state.compareAndSet(from, State.OVER);
    }

    private CallEnd end(@Nullable Integer status, @Nullable Throwable failure) {
        return new CallEnd(status, failure, timeline.attempts(), Duration.ofNanos(time.nanoTime() - startNanos));
    }

    /** The failure of a token request is thrown as it is; its status is not that of this call. */
    private @Nullable Integer status(Throwable failure) {
        boolean own = failure instanceof ApiException refusal && traceId.equals(refusal.traceId());
        return own ? ((ApiException) failure).status() : null;
    }

    private void each(Consumer<CallObserver> news) {
        for (CallObserver observer : observers) {
            tell(() -> news.accept(observer));
        }
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (Throwable e) {
            // an Error too, such as that of a class that is missing: whatever becomes of the call, it is not the
            // listener's
            WireLog.listenerFailed(e);
        }
    }
}
