package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.internal.work.Workers;
import io.github.multicloudcx.recording.bulk.BulkProgress;
import io.github.multicloudcx.recording.bulk.BulkReport;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run. Its fields are used by the executing thread alone; only {@link Attempt} runs on the others. What may pass is kept
 * back for the next pass; when there is no next one, its last outcome is final.
 */
final class Bulk {
    private final BulkSettings settings;
    private final TimeSource time;
    private final Attempt attempt;
    private final @Nullable ResultFile file;
    private final long begin;
    private final Set<String> seen = new HashSet<>();
    private final List<RecordingOutcome> failures = new ArrayList<>();
    private Map<String, RecordingOutcome> again = new LinkedHashMap<>();
    private boolean firstPass = true;
    private boolean lastPass;
    private long done;
    private long skipped;
    private int failuresInARow;
    private @Nullable CxException stoppedBy;
    private boolean interrupted;

    Bulk(BulkSettings settings, TimeSource time, Attempt attempt, @Nullable ResultFile file) {
        this.settings = settings;
        this.time = time;
        this.attempt = attempt;
        this.file = file;
        this.begin = time.nanoTime();
    }

    BulkReport run(Iterator<String> ids) {
        pass(new Fresh(ids), settings.passes == 1);
        for (int number = 2; number <= settings.passes && !again.isEmpty() && goesOn(); number++) {
            Map<String, RecordingOutcome> kept = again;
            again = new LinkedHashMap<>();
            firstPass = false;
            failuresInARow = 0;
            pass(new Kept(kept), number == settings.passes);
        }
        again.values().forEach(this::settle);
        again.clear();
        return new BulkReport(done, skipped, failures, stoppedBy, interrupted);
    }

    private void pass(Iterator<String> ids, boolean last) {
        lastPass = last;
        interrupted |= !Workers.run("cx-recording", settings.concurrency, ids, attempt, this::handle);
        if (ids instanceof Kept kept) {
            again.putAll(kept.left());
        }
    }

    private boolean goesOn() {
        return stoppedBy == null && !interrupted;
    }

    private void handle(Tried tried) {
        if (file != null) {
            file.append(tried.outcome());
        }
        watch(tried);
        if (tried.passing() && !lastPass) {
            again.put(tried.outcome().recordingId(), tried.outcome());
        } else {
            settle(tried.outcome());
        }
    }

    /** In later passes what the service itself says of an id is no sign of an outage: only such ids are left. */
    private void watch(Tried tried) {
        boolean outage = tried.passing() && (firstPass || tried.outcome().statusCode() == null);
        failuresInARow = outage ? failuresInARow + 1 : 0;
        boolean stops = tried.hopeless() || failuresInARow >= settings.failuresInARow;
        if (stops && stoppedBy == null && !(tried.failure() instanceof CallInterruptedException)) {
            stoppedBy = tried.failure();
        }
    }

    /** Counts and tells what is final. */
    private void settle(RecordingOutcome outcome) {
        if (outcome.done()) {
            done++;
        } else {
            failures.add(outcome);
        }
        settings.outcomes.accept(outcome);
        tell();
    }

    private void tell() {
        Duration elapsed = Duration.ofNanos(time.nanoTime() - begin);
        settings.progress.accept(new BulkProgress(done, failures.size(), skipped, settings.total, elapsed));
    }

    /** Ids as they come, each once, without those that an earlier run has done. */
    private final class Fresh implements Iterator<String> {
        private final Iterator<String> source;
        private @Nullable String next;

        private Fresh(Iterator<String> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            while (next == null && goesOn() && source.hasNext()) {
                String id = source.next();
                if (!seen.add(id)) {
                    continue;
                }
                if (file != null && file.done(id)) {
                    skipped++;
                    tell();
                } else {
                    next = id;
                }
            }
            return next != null;
        }

        @Override
        public String next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            String id = next;
            next = null;
            return id;
        }
    }

    /** Ids of the pass before. */
    private final class Kept implements Iterator<String> {
        private final Map<String, RecordingOutcome> left;

        private Kept(Map<String, RecordingOutcome> left) {
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return goesOn() && !left.isEmpty();
        }

        @Override
        public String next() {
            String id = left.keySet().iterator().next();
            left.remove(id);
            return id;
        }

        /** Those that were not reached. */
        private Map<String, RecordingOutcome> left() {
            return left;
        }
    }
}
