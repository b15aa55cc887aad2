package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.internal.export.Envelope;
import io.github.multicloudcx.sandbox.internal.export.ExportRequest;
import io.github.multicloudcx.sandbox.internal.export.ExportWriter;
import io.github.multicloudcx.sandbox.internal.server.SandboxOptions;
import io.github.multicloudcx.sandbox.internal.storage.FileOrigin;
import io.github.multicloudcx.sandbox.internal.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the files of a job that is done, or takes those that a test provides. */
final class Exporter {
    private final SandboxOptions options;
    private final UdmSettings settings;
    private final CertificateStore certificates;

    Exporter(SandboxOptions options, UdmSettings settings, CertificateStore certificates) {
        this.options = options;
        this.settings = settings;
        this.certificates = certificates;
    }

    /** The parts in their order; none while there is no certificate. */
    List<StoredFile> export(ExportJob job) {
        ExportRequest request = request(job);
        List<Path> provided = settings.exportParts();
        if (!provided.isEmpty()) {
            return provided(job, request, provided);
        }
        return certificates
                .current()
                .map(upload -> written(job, request, upload.certificate()))
                .orElse(List.of());
    }

    private ExportRequest request(ExportJob job) {
        JobDefinition definition = job.definition();
        return new ExportRequest(
                job.id(),
                definition.source(),
                definition.entities(),
                definition.media(),
                definition.attachments(),
                merged(definition),
                options.recordsPerExport(),
                FileSplit.bytes(definition.splitSize()).orElse(Long.MAX_VALUE));
    }

    private boolean merged(JobDefinition definition) {
        return switch (settings.exportLayout()) {
            case AUTOMATIC -> definition.generation().mergesInteractions();
            case UDM -> false;
            case DATA_DOWNLOAD -> true;
        };
    }

    private List<StoredFile> written(ExportJob job, ExportRequest request, X509Certificate recipient) {
        Instant end = job.progression().end();
        Envelope envelope = new Envelope(recipient, settings.contentEncryption(), settings.messageForm());
        return new ExportWriter(envelope, settings.splitStyle())
                .write(request).stream()
                        .map(part -> StoredFile.inMemory(part.name(), part.content(), origin(job), end))
                        .toList();
    }

    private static List<StoredFile> provided(ExportJob job, ExportRequest request, List<Path> contents) {
        List<StoredFile> parts = new ArrayList<>();
        Instant end = job.progression().end();
        try {
            for (int i = 0; i < contents.size(); i++) {
                String name = request.partName(i, contents.size());
                parts.add(StoredFile.onDisk(name, contents.get(i), origin(job), end));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return parts;
    }

    private static FileOrigin origin(ExportJob job) {
        JobDefinition definition = job.definition();
        return new FileOrigin(job.id(), definition.title(), definition.source(), definition.type());
    }
}
