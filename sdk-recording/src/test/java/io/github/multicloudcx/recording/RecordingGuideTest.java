package io.github.multicloudcx.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.recording.bulk.BulkReport;
import io.github.multicloudcx.sandbox.RecordingRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/recording.md shows runs and does what the text says. */
@Timeout(60)
class RecordingGuideTest {
    private final Deployed deployed = new Deployed();
    private final RecordingSnippets guide = new RecordingSnippets();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        deployed.close();
    }

    @Test
    void aRecordingIsProtectedOrSomebodyIsAsked() {
        deployed.control.add(List.of("a"));
        try (CxClient rws = RecordingSnippets.connect(
                deployed.sandbox.baseUrl().toString(), deployed.control.username(), deployed.control.password())) {
            guide.protect(rws, "a");
            assertThat(deployed.control.protectedIds()).containsExactly("a");
            deployed.control.role(RecordingRole.NONE);
            guide.protect(rws, "a");
            deployed.control.role(RecordingRole.SUPERVISOR);
            guide.protect(rws, "a");
        }
        assertThat(guide.shown)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("ask who administers users"),
                        second -> assertThat(second).startsWith("ask who configures recording"));
    }

    @Test
    void aListIsProtected() throws IOException {
        deployed.control.add(List.of("a", "b"));
        Path ids = Files.writeString(directory.resolve("ids.txt"), "a\nb\nc\n");
        BulkReport report = guide.protectAll(deployed.recordings, ids, directory.resolve("results.csv"));
        assertThat(report.done()).isEqualTo(2);
        assertThat(guide.shown).endsWith("c: NOT_FOUND").contains("1", "2", "3");
    }
}
