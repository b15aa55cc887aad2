package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.udm.model.JobInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/udm.md shows compiles, runs, and lists every operation. */
class GuideTest {
    private static final Path MODULE = Files.isDirectory(Path.of("sdk-udm"))
            ? Path.of("sdk-udm")
            : Path.of("").toAbsolutePath();

    @TempDir
    Path directory;

    private static String guide() throws IOException {
        return Files.readString(MODULE.resolve("../docs/udm.md"));
    }

    @Test
    void everyOperationIsInTheTable() throws IOException {
        List<String> named = Pattern.compile("`(\\w+V10)`")
                .matcher(guide())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Operation.all().stream()
                        .map(Operation::id)
                        .filter(id -> id.endsWith("V10"))
                        .toList());
    }

    @Test
    void everySnippetRuns() throws IOException {
        try (Deployment deployment = Deployment.start()) {
            UdmSnippets guide = new UdmSnippets(deployment.udm, directory);
            guide.certificate(Files.writeString(directory.resolve("cert.pem"), deployment.sandbox.demoCertificate()));
            JobInfo job = guide.create(Deployment.START.minus(Duration.ofDays(7)), Deployment.START);
            JobInfo done = guide.await(job);
            assertThat(guide.download(done).path()).isNotEmptyFile();
            assertThat(guide.outcome(done.id())).isEqualTo("file " + done.fileName());
            assertThat(guide.count()).isZero();
            assertThat(guide.page().items()).containsExactly(done);
            assertThat(guide.links(List.of(done.fileName(), "none")).links()).hasSize(1);
            assertThat(guide.deleteAll(done.id(), 99)).containsExactly("99");
            assertThat(guide.sources()).isNotEmpty();
        }
    }
}
