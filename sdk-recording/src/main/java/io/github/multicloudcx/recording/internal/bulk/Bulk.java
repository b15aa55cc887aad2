package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.internal.work.Workers;
import io.github.multicloudcx.recording.bulk.BulkProgress;
import io.github.multicloudcx.recording.bulk.BulkReport;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.recording.internal.bulk.Tried.Sign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run. Its fields are used by the executing thread alone; only {@link Attempt} and {@link ResultFile} are used by the
 * others too. What may pass is kept back for the next pass; when there is no next one, its last outcome is final.
 */
final class Bulk {
    private static final Duration PAUSE_BEFORE_A_PASS = Duration.ofSeconds(5);

    private final BulkSettings settings;
    private final TimeSource time;
    private final Attempt attempt;
    private final @Nullable ResultFile file;
    private final long begin;
    private final Set<String> seen = new HashSet<>();
    private final List<RecordingOutcome> failures = new ArrayList<>();
    private final Map<String, Tried> again = new LinkedHashMap<>();
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

    BulkReport run(Iterator<@Nullable String> ids) {
        pass(new Fresh(ids), settings.passes == 1);
        for (int number = 2; number <= settings.passes && !again.isEmpty() && goesOn(); number++) {
            if (pause(number)) {
                pass(idsAgain(), number == settings.passes);
            }
        }
        again.values().forEach(each -> settle(each.outcome()));
        return new BulkReport(done, skipped, failures, stoppedBy, interrupted);
    }

    private void pass(Iterator<String> ids, boolean last) {
        lastPass = last;
        failuresInARow = 0;
        interrupted |= !Workers.run("cx-recording", settings.concurrency, ids, this::attempt, this::handle);
    }

    /** An outcome is in the file before anybody is told. */
    private Tried attempt(String id) {
        Tried tried = attempt.of(id);
        if (file != null) {
            file.append(tried.outcome());
        }
        return tried;
    }

    private boolean goesOn() {
        return stoppedBy == null && !interrupted;
    }

    /** A server that was silent gets some time to come back; one that answered does not need it. */
    private boolean pause(int pass) {
        if (again.values().stream().noneMatch(each -> each.sign() == Sign.SILENT)) {
            return true;
        }
        try {
            time.sleep(PAUSE_BEFORE_A_PASS.multipliedBy(1L << (2 * (Math.min(pass, 4) - 2))));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
            return false;
        }
    }

    private void handle(Tried tried) {
        String id = tried.outcome().recordingId();
        boolean failedBefore = again.remove(id) != null || (file != null && file.failedBefore(id));
        watch(tried, failedBefore);
        if (tried.again() && !lastPass) {
            again.put(id, tried);
        } else {
            settle(tried.outcome());
        }
    }

    /** An id over which the service has failed before is no sign of an outage: it may be for the sake of the id alone. */
    private void watch(Tried tried, boolean failedBefore) {
        Sign sign = tried.sign();
        if (sign == Sign.WORKS) {
            failuresInARow = 0;
        } else if (sign == Sign.SILENT || (sign == Sign.FAILED && !failedBefore)) {
            failuresInARow++;
        }
        if (stoppedBy == null && (sign == Sign.HOPELESS || failuresInARow >= settings.failuresInARow)) {
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

    /** Those that were kept back, which stay so until they are handled. */
    private Iterator<String> idsAgain() {
        Iterator<String> kept = List.copyOf(again.keySet()).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return goesOn() && kept.hasNext();
            }

            @Override
            public String next() {
                return kept.next();
            }
        };
    }

    /** Ids as they come, each once, without those that an earlier run has done. */
    private final class Fresh implements Iterator<String> {
        private final Iterator<@Nullable String> source;
        private @Nullable String next;

        private Fresh(Iterator<@Nullable String> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            while (next == null && goesOn() && source.hasNext()) {
                String id = Objects.toString(source.next(), "");
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
}
