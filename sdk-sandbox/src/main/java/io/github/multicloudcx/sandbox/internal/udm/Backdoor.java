package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.export.Pem;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.storage.FileOrigin;
import io.github.multicloudcx.sandbox.internal.storage.FileStore;
import io.github.multicloudcx.sandbox.internal.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Optional;

/** Reaches the jobs, files and the certificate without a request. */
public final class Backdoor implements UdmBackdoor {
    private static final FileOrigin NOWHERE = new FileOrigin(0, "", "UCS", "UCS");

    private final UdmSettings settings;
    private final JobRegistry jobs;
    private final FileStore files;
    private final CertificateStore certificates;

    public Backdoor(UdmSettings settings, JobRegistry jobs, FileStore files, CertificateStore certificates) {
        this.settings = settings;
        this.jobs = jobs;
        this.files = files;
        this.certificates = certificates;
    }

    @Override
    public List<Long> jobIds() {
        synchronized (jobs) {
            return jobs.all().stream().map(ExportJob::id).toList();
        }
    }

    @Override
    public String jobStatus(long id) {
        synchronized (jobs) {
            return job(id).status(jobs.now());
        }
    }

    @Override
    public void setJobStatus(long id, String status) {
        synchronized (jobs) {
            job(id).fixStatus(status);
        }
    }

    @Override
    public void failJob(long id, String reason) {
        synchronized (jobs) {
            job(id).fail(reason, jobs.now());
        }
    }

    private ExportJob job(long id) {
        return jobs.find(id).orElseThrow(() -> new IllegalArgumentException("There is no job " + id));
    }

    @Override
    public void addFinishedJobs(int count) {
        synchronized (jobs) {
            for (int i = 0; i < count; i++) {
                jobs.addFinished(new JobDefinition(finished(i), Generation.V10));
            }
        }
    }

    private static ObjectNode finished(int number) {
        ObjectNode job =
                Json.object().put("title", "Job " + number).put("source", "UCS").put("type", "UCS");
        job.putObject("jobParams").put("type", "Contact").putArray("media").add("chat");
        return job;
    }

    @Override
    public void addFile(String name, byte[] content) {
        files.add(StoredFile.inMemory(name, content, NOWHERE, jobs.now()));
    }

    @Override
    public void addFile(String name, Path content) {
        requireFile(content);
        try {
            files.add(StoredFile.onDisk(name, content, NOWHERE, jobs.now()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void exportParts(List<Path> parts) {
        parts.forEach(Backdoor::requireFile);
        finishJobs();
        settings.exportParts(parts);
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file);
        }
    }

    @Override
    public List<String> fileNames() {
        finishJobs();
        return files.all().stream().map(StoredFile::name).toList();
    }

    @Override
    public byte[] file(String name) {
        finishJobs();
        StoredFile file = files.get(name).orElseThrow(() -> new IllegalArgumentException("There is no file " + name));
        try {
            return file.content().bytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void finishJobs() {
        synchronized (jobs) {
            jobs.all();
        }
    }

    @Override
    public Optional<String> certificate() {
        return certificates.current().map(upload -> {
            try {
                return Pem.encode("CERTIFICATE", upload.certificate().getEncoded());
            } catch (CertificateEncodingException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    @Override
    public void useCertificate(String pem) {
        if (!certificates.upload("certificate.pem", pem.getBytes(StandardCharsets.UTF_8), jobs.now())) {
            throw new IllegalArgumentException("This is no X.509 RSA certificate");
        }
    }
}
