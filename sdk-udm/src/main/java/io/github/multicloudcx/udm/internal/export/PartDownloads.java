package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportProgress;
import io.github.multicloudcx.udm.internal.LocalFiles;
import io.github.multicloudcx.udm.internal.archive.PartNames;
import io.github.multicloudcx.udm.model.FileMetadata;
import io.github.multicloudcx.udm.model.JobInfo;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Downloads the parts of an export, those that are there already excepted. */
final class PartDownloads {
    private final ExportServices services;
    private final RunOptions options;
    private final Journal journal;

    PartDownloads(ExportServices services, RunOptions options, Journal journal) {
        this.services = services;
        this.options = options;
        this.journal = journal;
    }

    /** The downloads for a job; what they brought is in the journal afterwards. */
    Runnable of(String id, JobInfo job) {
        return () -> download(id, job);
    }

    private void download(String id, JobInfo job) {
        List<String> names = names(id, job);
        Long size = names.size() == 1 && names.get(0).equals(job.fileName()) ? job.fileSize() : null;
        for (String name : names) {
            Path file = options.place().resolve(name);
            boolean there = journal.part(name)
                    .filter(part -> LocalFiles.holds(file, part.size(), part.sha256()))
                    .isPresent();
            if (!there) {
                journal.downloaded(download(name, file, size));
            }
        }
        journal.order(names);
    }

    /** Those that the server lists, that of the job itself, and those that an earlier run downloaded: they may have expired since. */
    private List<String> names(String id, JobInfo job) {
        Collection<String> names = new TreeSet<>(PartNames.ORDER);
        String own = job.fileName();
        if (own != null && !own.isBlank()) {
            names.add(own);
        }
        try (Stream<FileMetadata> listed = services.parts().of(services.files(), id, job)) {
            listed.map(FileMetadata::name).filter(Objects::nonNull).forEach(names::add);
        }
        journal.parts().forEach(part -> names.add(part.name()));
        names.stream().filter(name -> !PartNames.safe(name)).findFirst().ifPresent(name -> {
            throw new DownloadException(
                    "The server named a part \"" + printable(name) + "\" of job " + id
                            + ", which cannot be the name of a file here; download it with files().download",
                    null,
                    new ErrorContext(Fate.NOT_SENT));
        });
        return List.copyOf(names);
    }

    private static String printable(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() <= 200 ? shown : shown.substring(0, 200) + "...";
    }

    private RunState.Part download(String name, Path file, @Nullable Long size) {
        Download download = services.files().download(name);
        DownloadedFile arrived = (size == null ? download : download.expectedSize(size))
                .onProgress(progress -> options.listener()
                        .accept(new ExportProgress(ExportPhase.DOWNLOAD, name, progress.bytes(), progress.total())))
                .sha256()
                .to(file)
                .timeout(options.requestTimeout())
                .execute();
        return new RunState.Part(name, arrived.size(), arrived.sha256());
    }
}
