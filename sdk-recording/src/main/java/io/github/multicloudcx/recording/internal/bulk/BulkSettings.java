package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.recording.bulk.BulkProgress;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a run. Changed only while it is copied. */
public final class BulkSettings implements Cloneable {
    /** Those that nobody has changed. */
    public static final BulkSettings DEFAULT = new BulkSettings();

    int concurrency = 8;

    @Nullable
    RateLimit rateLimit;

    int passes = 3;
    int failuresInARow = 100;

    @Nullable
    Path resultFile;

    @Nullable
    Long total;

    Consumer<RecordingOutcome> outcomes = outcome -> {};
    Consumer<BulkProgress> progress = state -> {};

    private BulkSettings() {}

    /** A changed copy. */
    public BulkSettings with(Consumer<BulkSettings> change) {
        try {
            BulkSettings copy = (BulkSettings) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many ids there are. */
    public void total(@Nullable Long ids) {
        total = ids;
    }
}
