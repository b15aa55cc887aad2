package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportStateException;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.export.ExportedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes every step down before the next one begins, so that what it says is true whenever the process is killed. */
final class Journal {
    private final StateFile file;
    private final RunState state;
    private final TimeSource time;

    private Journal(StateFile file, RunState state, TimeSource time) {
        this.file = file;
        this.state = state;
        this.time = time;
    }

    static Journal open(StateFile file, ExportTarget target, ExportServices services) {
        TimeSource time = services.time();
        String fingerprint = target.fingerprint(services.deployment());
        RunState state = file.read().orElseGet(() -> fresh(target, fingerprint, time));
        if (!state.fingerprint.equals(fingerprint)) {
            throw new ExportStateException(
                    "The state file " + file.path() + " is of another export than " + target
                            + ", or of one on another deployment"
                            + "; give this one another name, or forget() the other one",
                    null,
                    file.path());
        }
        return new Journal(file, state, time);
    }

    private static RunState fresh(ExportTarget target, String fingerprint, TimeSource time) {
        RunState state = new RunState();
        state.fingerprint = fingerprint;
        state.mark = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        state.started = time.now().toString();
        state.jobId = target.jobId();
        state.phase = target.jobId() == null ? ExportPhase.CREATE : ExportPhase.WAIT;
        return state;
    }

    Path path() {
        return file.path();
    }

    String mark() {
        return "[run " + state.mark + "]";
    }

    @Nullable
    String jobId() {
        return state.jobId;
    }

    @Nullable
    Instant creationSent() {
        return state.creationSent == null ? null : Instant.parse(state.creationSent);
    }

    /** Whether this phase is still to be done, or to be done again. */
    boolean due(ExportPhase phase) {
        return state.phase.compareTo(phase) <= 0;
    }

    /** Whether everything is done that was asked for. */
    boolean done(boolean withRecords) {
        return state.finished != null && (!withRecords || state.phase == ExportPhase.DONE);
    }

    List<RunState.Part> parts() {
        return List.copyOf(state.parts);
    }

    Optional<RunState.Part> part(String name) {
        return state.part(name);
    }

    void beginRun() {
        state.runs++;
        state.finished = null;
        write();
    }

    void sendingCreation() {
        state.creationSent = time.now().toString();
        write();
    }

    void creationRefused() {
        state.creationSent = null;
        write();
    }

    void created(String id) {
        state.jobId = id;
        write();
    }

    void downloaded(RunState.Part part) {
        state.parts.removeIf(earlier -> earlier.name().equals(part.name()));
        state.parts.add(part);
        write();
    }

    /** Puts the parts into this order and forgets those that do not belong to the export any more. */
    void order(List<String> names) {
        state.parts = new ArrayList<>(
                names.stream().flatMap(name -> state.part(name).stream()).toList());
        write();
    }

    void verified(long entries) {
        state.entries = entries;
        write();
    }

    void delivered(Map<String, Long> records) {
        state.records = new LinkedHashMap<>(records);
        write();
    }

    void moveTo(ExportPhase phase) {
        state.phase = phase;
        write();
    }

    void finish() {
        state.finished = time.now().toString();
        write();
    }

    /** Does a phase and moves on to the next one. */
    void phase(ExportPhase phase, Runnable work) {
        var unused = phase(phase, () -> {
            work.run();
            return phase;
        });
    }

    /** Does a phase that has a result and moves on to the next one. */
    <T> T phase(ExportPhase phase, Supplier<T> work) {
        long begin = time.nanoTime();
        T result = work.get();
        long took = Duration.ofNanos(time.nanoTime() - begin).toMillis();
        state.millis.merge(phase, took, Long::sum);
        moveTo(after(phase));
        return result;
    }

    private static ExportPhase after(ExportPhase phase) {
        return switch (phase) {
            case CREATE -> ExportPhase.WAIT;
            case WAIT -> ExportPhase.DOWNLOAD;
            case DOWNLOAD -> ExportPhase.VERIFY;
            case VERIFY -> ExportPhase.DELIVER;
            case DELIVER, DONE -> ExportPhase.DONE;
        };
    }

    private void write() {
        file.write(state);
    }

    ExportSummary summary(Path directory) {
        Map<ExportPhase, Duration> durations = new LinkedHashMap<>();
        state.millis.forEach((phase, millis) -> durations.put(phase, Duration.ofMillis(millis)));
        return new ExportSummary(
                String.valueOf(state.jobId),
                state.parts.stream()
                        .map(part -> new ExportedFile(directory.resolve(part.name()), part.size(), part.sha256()))
                        .toList(),
                state.entries,
                state.records,
                Instant.parse(state.started),
                state.finished == null ? time.now() : Instant.parse(state.finished),
                state.runs,
                durations);
    }
}
