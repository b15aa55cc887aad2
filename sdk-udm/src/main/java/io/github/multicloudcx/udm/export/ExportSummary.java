package io.github.multicloudcx.udm.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an {@link ExportRun} did, the runs that were cut off included.
 *
 * @param jobId id of the job
 * @param files the parts in their order; empty when there was nothing to export
 * @param entries number of entries of the archive; 0 when it was not opened
 * @param records number of records by entity type, in the order of their first appearance; empty when none were read
 * @param started when the first run began
 * @param finished when the last run ended
 * @param runs how many runs it took, 1 or more; a run that found everything done is not counted
 * @param durations time spent in each phase; what a run spent in the phase in which it was killed is missing
 */
public record ExportSummary(
        String jobId,
        List<ExportedFile> files,
        long entries,
        Map<String, Long> records,
        Instant started,
        Instant finished,
        int runs,
        Map<ExportPhase, Duration> durations) {
    /**
     * Copies the collections.
     *
     * @param jobId id of the job
     * @param files the parts in their order; empty when there was nothing to export
     * @param entries number of entries of the archive; 0 when it was not opened
     * @param records number of records by entity type, in the order of their first appearance; empty when none were read
     * @param started when the first run began
     * @param finished when the last run ended
     * @param runs how many runs it took, 1 or more; a run that found everything done is not counted
     * @param durations time spent in each phase; what a run spent in the phase in which it was killed is missing
     */
    public ExportSummary {
        files = List.copyOf(files);
        records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
        durations = Collections.unmodifiableMap(new LinkedHashMap<>(durations));
    }

    /**
     * Returns the size of all files.
     *
     * @return bytes
     */
    public long bytes() {
        return files.stream().mapToLong(ExportedFile::size).sum();
    }

    /**
     * Returns the number of all records.
     *
     * @return 0 or more
     */
    public long recordCount() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One line for a log. */
    @Override
    public String toString() {
        return "job " + jobId + ": " + files.size() + (files.size() == 1 ? " file, " : " files, ") + bytes()
                + " bytes, " + recordCount() + " records " + records + ", "
                + Duration.between(started, finished).toSeconds() + " s, " + runs + (runs == 1 ? " run" : " runs");
    }
}
