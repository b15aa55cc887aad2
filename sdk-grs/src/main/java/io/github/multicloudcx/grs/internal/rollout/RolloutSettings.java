package io.github.multicloudcx.grs.internal.rollout;

import io.github.multicloudcx.grs.CreateSnapshot;
import io.github.multicloudcx.grs.model.DeployTarget;
import io.github.multicloudcx.grs.model.DeployTargetType;
import io.github.multicloudcx.grs.rollout.TargetReport;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a rollout. Changed only while it is copied. */
public final class RolloutSettings implements Cloneable {
    /** Those that nobody has changed. */
    public static final RolloutSettings DEFAULT = new RolloutSettings();

    @Nullable
    String snapshot;

    @Nullable
    CreateSnapshot draft;

    @Nullable
    List<String> targets;

    boolean all;

    @Nullable
    DeployTargetType type;

    @Nullable
    Comparator<DeployTarget> order;

    int parallelism = 1;
    boolean goOn;
    boolean rollBack;

    @Nullable
    String comments;

    Duration timeout = Duration.ofMinutes(10);
    Duration interval = Duration.ofSeconds(2);
    Consumer<TargetReport> listener = report -> {};

    private RolloutSettings() {}

    RolloutSettings with(Consumer<RolloutSettings> change) {
        try {
            RolloutSettings copy = (RolloutSettings) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
