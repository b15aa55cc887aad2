package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.model.JobInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    void everyOperationOfEveryGenerationIsInTheTable() throws IOException {
        assertThat(guide().lines().map(GuideTest::ids).flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        Operation.all().stream().map(Operation::id).toList());
    }

    @Test
    void aRowOfTheTableIsOneOperation() throws IOException {
        Map<String, String> names = Operation.all().stream().collect(Collectors.toMap(Operation::id, Operation::name));
        List<List<String>> rows = guide().lines()
                .map(GuideTest::ids)
                .filter(ids -> !ids.isEmpty())
                .toList();
        assertThat(rows)
                .hasSize(28)
                .allSatisfy(ids ->
                        assertThat(ids.stream().map(names::get).distinct()).hasSize(1));
    }

    private static List<String> ids(String line) {
        return Pattern.compile("`(\\w+V(?:10|4|3))`")
                .matcher(line)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
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
            assertThat(guide.sources()).isNotEmpty();
            again(deployment, guide, done);
            assertThat(guide.deleteAll(done.id(), 99)).containsExactly("99");
        }
    }

    private static void again(Deployment deployment, UdmSnippets guide, JobInfo done) {
        JobInfo again = guide.again(
                done.id(), Deployment.START.minus(Duration.ofDays(14)), Deployment.START.minus(Duration.ofDays(7)));
        assertThat(again.title()).isEqualTo("Contacts of last week");
        assertThat(deployment.udm.jobs().await(again.id()).execute().rangeEnd()).isEqualTo(done.rangeStart());
        long nightly = deployment.create(guide.schedule());
        guide.suspendAndResume(nightly);
        assertThat(deployment.sandbox.udm().jobStatus(nightly)).isEqualTo("SCHEDULED");
    }

    @Test
    void onlyTheLineThatMakesTheClientChanges() {
        try (CxClient cx =
                CxClient.builder().baseUrl("https://gapi.example.com").build()) {
            assertThat(UdmSnippets.before(cx)).hasToString("UdmV4Client[User Data Management v4]");
            assertThat(UdmSnippets.after(cx)).hasToString("UdmClient[User Data Management v10]");
        }
    }
}
