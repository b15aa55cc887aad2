package io.github.multicloudcx.recording.bulk;

import io.github.multicloudcx.recording.Deployed;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of bulk runs begin with. */
abstract class BulkFixture {
    final Deployed deployed = new Deployed();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        deployed.close();
    }

    static List<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(i -> "rec-" + i).toList();
    }

    static List<RecordingResult> results(BulkReport report) {
        return report.failures().stream().map(RecordingOutcome::result).toList();
    }

    int requests() {
        return deployed.sandbox.requests("postRecordingOperation").size();
    }
}
