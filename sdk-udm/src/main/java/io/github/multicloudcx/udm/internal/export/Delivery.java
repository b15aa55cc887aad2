package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.udm.archive.CorruptArchiveException;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.ExportArchive;
import io.github.multicloudcx.udm.archive.ExportRecord;
import io.github.multicloudcx.udm.archive.MissingPartException;
import io.github.multicloudcx.udm.archive.TruncatedArchiveException;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportProgress;
import io.github.multicloudcx.udm.export.RecordReceiver;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens what was downloaded: once to verify all of it, once more to hand it over. */
final class Delivery {
    private final DecryptionKey key;
    private final RunOptions options;
    private final Journal journal;

    Delivery(DecryptionKey key, RunOptions options, Journal journal) {
        this.key = key;
        this.options = options;
        this.journal = journal;
    }

    /** What ends too early may lack a part that was not listed yet: the next run asks for them again. */
    void verify() {
        if (journal.parts().isEmpty()) {
            return;
        }
        try (ExportArchive archive = open(ExportPhase.VERIFY)) {
            journal.verified(archive.verify().entries());
        } catch (MissingPartException | TruncatedArchiveException | CorruptArchiveException e) {
            journal.moveTo(ExportPhase.WAIT);
            throw e;
        }
    }

    void deliver() {
        RecordReceiver receiver = options.receiver() == null ? record -> {} : options.receiver();
        Map<String, Long> counts = new LinkedHashMap<>();
        boolean complete = false;
        Throwable failure = null;
        try {
            receiver.begin();
            if (!journal.parts().isEmpty()) {
                handOver(receiver, counts);
            }
            receiver.complete();
            complete = true;
        } catch (IOException e) {
            CxException failed = LocalFiles.failed("hand the records over", e, "see its cause, and run it again");
            failure = failed;
            throw failed;
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            if (!complete) {
                abandon(receiver, failure);
            }
        }
        journal.delivered(counts);
    }

    private void handOver(RecordReceiver receiver, Map<String, Long> counts) throws IOException {
        try (ExportArchive archive = open(ExportPhase.DELIVER);
                Stream<ExportRecord> records = archive.records()) {
            for (ExportRecord record : (Iterable<ExportRecord>) records::iterator) {
                endWhenInterrupted();
                receiver.accept(record);
                counts.merge(record.entityType(), 1L, Long::sum);
            }
        }
    }

    private static void abandon(RecordReceiver receiver, @Nullable Throwable failure) {
        try {
            receiver.abandon();
        } catch (IOException | RuntimeException e) {
            if (failure != null) {
                failure.addSuppressed(e);
            }
        }
    }

    private ExportArchive open(ExportPhase phase) {
        List<Path> parts = journal.parts().stream()
                .map(part -> options.place().resolve(part.name()))
                .toList();
        return ExportArchive.decrypt(parts, key).limits(options.limits()).onProgress(progress -> {
            endWhenInterrupted();
            options.listener().accept(new ExportProgress(phase, null, progress.bytes(), progress.total()));
        });
    }

    /** Reading files is deaf to interrupts. */
    private static void endWhenInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw LocalFiles.interrupted(null);
        }
    }
}
