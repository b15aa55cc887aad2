package io.github.multicloudcx.sandbox.internal.udm;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a test may do to the export service behind its back. */
public interface UdmBackdoor {
    /** Makes the files of all jobs that are done; otherwise they are made when somebody looks. */
    void finishJobs();

    List<Long> jobIds();

    String jobStatus(long id);

    void setJobStatus(long id, String status);

    void failJob(long id, String reason);

    void addFinishedJobs(int count);

    void addFile(String name, byte[] content);

    void addFile(String name, Path content);

    void exportParts(List<Path> parts);

    List<String> fileNames();

    byte[] file(String name);

    Optional<String> certificate();

    void useCertificate(String pem);
}
