package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.grs.model.Deployment;
import java.time.Duration;
import java.util.function.Consumer;

/** The settings of a wait. */
record WaitOptions(Duration timeout, Duration interval, Duration requestTimeout, Consumer<Deployment> listener) {
    static final WaitOptions DEFAULT =
            new WaitOptions(Duration.ofMinutes(10), Duration.ofSeconds(2), Duration.ofMinutes(1), seen -> {});
}
