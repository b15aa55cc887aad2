package io.github.multicloudcx.sandbox.internal.udm;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job, or one run of a repeated job. Guarded by the registry. */
final class ExportJob {
    private final long id;
    private final @Nullable Long parentId;
    private final Instant created;
    private final Progression progression;
    private JobDefinition definition;
    private @Nullable String fixedStatus;
    private @Nullable String failure;
    private @Nullable String fileName;
    private long fileSize;
    private boolean listed = true;
    private boolean inHistory = true;
    private Instant lastFired;
    private long fired;

    ExportJob(long id, @Nullable Long parentId, JobDefinition definition, Instant created, Progression progression) {
        this.id = id;
        this.parentId = parentId;
        this.definition = definition;
        this.created = created;
        this.progression = progression;
        this.lastFired = definition.start(created).minusMillis(1);
    }

    long id() {
        return id;
    }

    Optional<Long> parentId() {
        return Optional.ofNullable(parentId);
    }

    Instant created() {
        return created;
    }

    JobDefinition definition() {
        return definition;
    }

    /** Takes over a new definition with a new schedule. */
    void redefine(JobDefinition other, Instant now) {
        definition = other;
        lastFired = other.start(now).minusMillis(1);
        progression.reschedule(repeated() ? Instant.MAX : other.start(now), other.suspended());
    }

    Progression progression() {
        return progression;
    }

    String status(Instant now) {
        return fixedStatus == null ? progression.status(now) : fixedStatus;
    }

    boolean finished(Instant now) {
        return Progression.ENDS.contains(status(now));
    }

    void fixStatus(String status) {
        fixedStatus = status;
    }

    void fail(String reason, Instant now) {
        failure = reason;
        progression.halt(Progression.FAILED, now);
    }

    String description() {
        return failure == null ? definition.description() : failure;
    }

    /** A repeated job only starts runs and never runs itself. */
    boolean repeated() {
        return !definition.cron().isEmpty() && parentId == null;
    }

    /** The next run that is due, after which it counts as started. */
    Optional<Instant> fire(Instant now) {
        if (!progression.status(now).equals(Progression.SCHEDULED) || fired >= definition.runs()) {
            return Optional.empty();
        }
        Optional<Instant> due = CronSchedule.parse(definition.cron())
                .flatMap(schedule -> schedule.next(lastFired))
                .filter(time -> !time.isAfter(now));
        due.ifPresent(time -> {
            lastFired = time;
            fired++;
        });
        return due;
    }

    Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    long fileSize() {
        return fileSize;
    }

    void exported(String name, long size) {
        fileName = name;
        fileSize = size;
    }

    boolean listed() {
        return listed && parentId == null;
    }

    void unlist() {
        listed = false;
    }

    boolean inHistory() {
        return inHistory && !repeated();
    }

    void removeFromHistory() {
        inHistory = false;
    }
}
