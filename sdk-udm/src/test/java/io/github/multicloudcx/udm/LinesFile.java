package io.github.multicloudcx.udm;

import io.github.multicloudcx.udm.archive.ExportRecord;
import io.github.multicloudcx.udm.export.RecordReceiver;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes records as lines beside the target, and moves them there when all have come. */
final class LinesFile implements RecordReceiver {
    private final Path target;
    private BufferedWriter lines;

    LinesFile(Path target) {
        this.target = target;
    }

    @Override
    public void begin() throws IOException {
        lines = Files.newBufferedWriter(fresh());
    }

    @Override
    public void accept(ExportRecord record) throws IOException {
        lines.write(record.json().toString());
        lines.write('\n');
    }

    @Override
    public void complete() throws IOException {
        lines.close();
        Files.move(fresh(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void abandon() throws IOException {
        if (lines != null) {
            lines.close();
        }
        Files.deleteIfExists(fresh());
    }

    private Path fresh() {
        return target.resolveSibling(target.getFileName() + ".new");
    }
}
