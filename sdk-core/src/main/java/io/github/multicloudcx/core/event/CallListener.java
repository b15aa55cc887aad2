package io.github.multicloudcx.core.event;

import org.jspecify.annotations.Nullable;

/**
 * Is told of every call of a client: once for each execution, however many attempts it takes. Requests for tokens are calls
 * of their own; so is each page of a list. It is used by many threads at once.
 *
 * <p>It runs on the threads of the calls, so whatever it does makes them slower. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface CallListener {
    /**
     * A call begins. This is told on the thread that asks for it, also when it is executed asynchronously: context that
     * hangs on that thread, such as the current span of a trace, can be taken over here.
     *
     * @param call what is called
     * @return who is told how the call goes on, or null when nobody wants to know
     */
    @Nullable
    CallObserver started(CallStart call);
}
