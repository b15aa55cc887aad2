package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.udm.ExportFiles;
import io.github.multicloudcx.udm.internal.archive.PartNames;
import io.github.multicloudcx.udm.model.FileMetadata;
import io.github.multicloudcx.udm.model.JobInfo;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a generation of the API tells which files are the parts of a job. */
public interface ExportParts {
    /** The files of the job; to be closed. */
    Stream<FileMetadata> of(ExportFiles files, String id, JobInfo job);

    /** Where the server can be asked for the files of a history record. */
    static ExportParts byHistoryId() {
        return (files, id, job) -> files.list().historyId(id).stream()
                .filter(file -> file.historyId() == null || id.equals(file.historyId()));
    }

    /**
     * Where it cannot: files that say which record they belong to, and of those that do not the ones that are named like
     * the file of the job but for the number of the part. A name in which the only number is the id of the job has no
     * such number: the files of other jobs would look the same.
     */
    static ExportParts byName() {
        return (files, id, job) -> {
            String own = job.fileName();
            if (own == null || own.isBlank()) {
                return Stream.empty();
            }
            String stem = PartNames.withoutNumber(own);
            boolean numbered = mentions(stem, id);
            return files.list().name(numbered ? PartNames.beforeNumber(own) : own).stream()
                    .filter(file -> file.historyId() == null
                            ? numbered && file.name() != null && stem.equals(PartNames.withoutNumber(file.name()))
                            : id.equals(file.historyId()));
        };
    }

    private static boolean mentions(String stem, String id) {
        return Pattern.compile("(?<!\\d)" + Pattern.quote(id) + "(?!\\d)")
                .matcher(stem)
                .find();
    }
}
