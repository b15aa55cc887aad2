package io.github.multicloudcx.udm;

import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.ExportRecord;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportRun;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.export.RecordReceiver;
import io.github.multicloudcx.udm.model.Job;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The snippets of docs/exports.md, which ExportsGuideTest runs. */
final class ExportsSnippets {
    final List<String> names = new ArrayList<>();
    final Set<ExportPhase> phases = EnumSet.noneOf(ExportPhase.class);

    private final UdmClient udm;
    private final Path directory;

    ExportsSnippets(UdmClient udm, Path directory) {
        this.udm = udm;
        this.directory = directory;
    }

    ExportSummary run(Job job, Path key, Path certificate) {
        ExportSummary summary = udm.exports()
                .run(job)
                .to(directory)
                .name("contacts-2026-01-05")
                .decryptWith(DecryptionKey.pem(key, certificate))
                .deliverTo(record -> names.add(record.text("LastName")))
                .onProgress(progress -> bar(progress.phase(), progress.done(), progress.total()))
                .execute();
        return summary;
    }

    ExportSummary again(Job job) {
        ExportRun run = udm.exports().run(job).to(directory).name("contacts-2026-01-05");
        try {
            return run.execute();
        } catch (JobFailedException e) {
            run.forget();
            throw e;
        }
    }

    RecordReceiver receiver() {
        RecordReceiver receiver = new RecordReceiver() {
            private BufferedWriter lines;

            @Override
            public void begin() throws IOException {
                lines = Files.newBufferedWriter(directory.resolve("contacts.jsonl.new"));
            }

            @Override
            public void accept(ExportRecord record) throws IOException {
                lines.write(record.json().toString());
                lines.newLine();
            }

            @Override
            public void complete() throws IOException {
                lines.close();
                Files.move(
                        directory.resolve("contacts.jsonl.new"),
                        directory.resolve("contacts.jsonl"),
                        StandardCopyOption.REPLACE_EXISTING);
            }

            @Override
            public void abandon() throws IOException {
                lines.close();
            }
        };
        return receiver;
    }

    ExportSummary existing(long id, DecryptionKey key) {
        return udm.exports().run(id).to(directory).decryptWith(key).execute();
    }

    private void bar(ExportPhase phase, long done, Long total) {
        phases.add(phase);
    }
}
