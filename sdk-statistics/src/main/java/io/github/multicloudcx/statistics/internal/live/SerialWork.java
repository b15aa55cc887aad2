package io.github.multicloudcx.statistics.internal.live;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work on an executor, one piece after the other and never two at a time, whoever asks for it and how often. */
final class SerialWork {
    private static final Logger LOG = LoggerFactory.getLogger(SerialWork.class);

    /** After so many pieces others that share the executor get their turn; few, as each may take its time. */
    private static final int TURN = 16;

    private final Executor executor;
    private final BooleanSupplier step;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Work that is not begun.
     *
     * @param executor where it is done
     * @param step does one piece; false when there is nothing to do
     */
    SerialWork(Executor executor, BooleanSupplier step) {
        this.executor = executor;
        this.step = step;
    }

    /** Says that there is something to do. */
    void wake() {
        if (asked.getAndIncrement() == 0) {
            submit();
        }
    }

    private void submit() {
        try {
            executor.execute(this::turn);
        } catch (RuntimeException e) {
            asked.set(0);
            LOG.warn(
                    "The executor of the listeners refuses work ({}); what is due waits for the next update",
                    e.getClass().getName());
        }
    }

    private void turn() {
        int seen = asked.get();
        for (int done = 0; done < TURN; done++) {
            if (!step.getAsBoolean()) {
                seen = asked.addAndGet(-seen);
                if (seen == 0) {
                    return;
                }
            }
        }
        submit();
    }
}
