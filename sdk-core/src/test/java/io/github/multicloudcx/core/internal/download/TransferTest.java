package io.github.multicloudcx.core.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.DownloadProgress;
import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.testing.ContentClients;
import io.github.multicloudcx.core.testing.ContentStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.Headers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TransferTest {
    private static final String TAG = "\"v1\"";
    private static final byte[] CONTENT = ContentStorage.bytes(300_000, 1);

    @StartStop
    public final MockWebServer api = new MockWebServer();

    @StartStop
    public final MockWebServer store = new MockWebServer();

    @TempDir
    Path directory;

    private final ContentStorage storage = new ContentStorage(CONTENT, TAG);
    private Path target;

    @BeforeEach
    void link() {
        target = directory.resolve("export.zip");
        store.setDispatcher(storage);
        api.setDispatcher(
                ContentClients.seeOther(() -> store.url("/bucket/x?Signature=SIGNED") + "&n=" + api.getRequestCount()));
    }

    @Test
    void aBrokenDownloadContinuesWhereItBroke() throws IOException {
        storage.breakAt(100_000);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests()).hasSize(2);
        assertThat(storage.requests().get(0).get("Range")).isNull();
        assertThat(storage.requests().get(1).get("Range")).isEqualTo("bytes=100000-");
        assertThat(storage.requests().get(1).get("If-Range")).isEqualTo(TAG);
        assertThat(storage.served()).isEqualTo(CONTENT.length);
    }

    @Test
    void aDownloadBrokenTenTimesArrivesWholeAndEveryByteIsFetchedOnce() {
        long[] places =
                new Random(42).longs(10, 1, CONTENT.length).sorted().distinct().toArray();
        assertThat(places).hasSize(10);
        storage.breakAt(places);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.served()).isEqualTo(CONTENT.length);
        assertThat(storage.requests()).hasSize(11);
    }

    @Test
    void eachAttemptAsksForAFreshLink() {
        storage.breakAt(10, 20);
        download();
        assertThat(api.getRequestCount()).isEqualTo(3);
    }

    @Test
    void aRestartContinuesWhatAnEarlierRunLeft() throws IOException {
        storage.breakAt(100_000);
        assertThatThrownBy(() -> download(RetryPolicy.none())).isInstanceOf(ConnectionException.class);
        assertThat(target).doesNotExist();
        assertThat(part()).hasSize(100_000);
        assertThat(tag()).hasContent(TAG);

        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.served()).isEqualTo(CONTENT.length);
        assertNothingIsLeftBeside();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "W/\"v1\"")
    void withoutAStrongTagItStartsOver(String etag) {
        storage.change(CONTENT, etag);
        storage.breakAt(100_000);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.get("Range")).isNull());
        assertThat(storage.served()).isEqualTo(100_000 + CONTENT.length);
    }

    @Test
    void withoutAStrongTagARestartStartsOver() {
        storage.change(CONTENT, null);
        storage.breakAt(100_000);
        assertThatThrownBy(() -> download(RetryPolicy.none())).isInstanceOf(ConnectionException.class);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests().get(1).get("Range")).isNull();
    }

    @Test
    void withoutAStrongTagBytesAreNoProgressAndTheDownloadGivesUp() {
        storage.change(CONTENT, null);
        storage.breakAt(100, 200, 300, 400, 500);
        assertThatThrownBy(this::download)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("run again;");
        assertThat(storage.requests()).hasSize(3);
    }

    @Test
    void theWholeInPlaceOfTheRestStartsOver() {
        storage.withoutRanges().breakAt(100_000);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests().get(1).get("Range")).isEqualTo("bytes=100000-");
        assertThat(storage.served()).isEqualTo(100_000 + CONTENT.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 99999-299999/300000", "bytes 0-299999/300000", "nonsense", "bytes */300000"})
    void aRestFromAnotherPlaceStartsOver(String range) {
        storage.breakAt(100_000);
        leaveAPart();
        storage.answer(partial(range, TAG, "whatever"));
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests().get(2).get("Range")).isNull();
    }

    @Test
    void aRestOfOtherContentStartsOver() {
        storage.breakAt(100_000);
        leaveAPart();
        storage.answer(partial("bytes 100000-299999/300000", "\"v2\"", "whatever"));
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests().get(2).get("Range")).isNull();
    }

    @Test
    void contentThatChangedInBetweenStartsOver() {
        byte[] changed = ContentStorage.bytes(250_000, 2);
        storage.breakAt(100_000);
        leaveAPart();
        storage.change(changed, "\"v2\"");
        download();
        assertThat(target).hasBinaryContent(changed);
        assertThat(storage.requests().get(1).get("If-Range")).isEqualTo(TAG);
    }

    @Test
    void aPartThatIsCompleteIsDone() throws IOException {
        Files.write(part(), CONTENT);
        Files.writeString(tag(), TAG);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.served()).isZero();
        assertNothingIsLeftBeside();
    }

    @Test
    void aPartThatIsLongerThanTheWholeStartsOver() throws IOException {
        Files.write(part(), ContentStorage.bytes(CONTENT.length + 1, 3));
        Files.writeString(tag(), TAG);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void aRestThatIsShorterThanAnnouncedIsContinued() {
        storage.breakAt(100_000);
        leaveAPart();
        storage.answer(new MockResponse.Builder()
                .code(206)
                .setHeader("ETag", TAG)
                .setHeader("Content-Range", "bytes 100000-100004/300000")
                .body(new okio.Buffer().write(CONTENT, 100_000, 5))
                .build());
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests().get(2).get("Range")).isEqualTo("bytes=100005-");
    }

    @Test
    void aRestThatIsLongerThanAnnouncedStartsOver() {
        storage.breakAt(100_000);
        leaveAPart();
        storage.answer(new MockResponse.Builder()
                .code(206)
                .setHeader("ETag", TAG)
                .setHeader("Content-Range", "bytes 100000-100001/100002")
                .body("too much")
                .build());
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests().get(2).get("Range")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 410, 429, 500, 502, 503, 504})
    void aLinkThatIsRefusedIsAskedForAnew(int status) {
        storage.answer(status);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(api.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aLinkThatIsRefusedInTheMiddleDoesNotCostWhatIsThere() {
        storage.breakAt(100_000);
        leaveAPart();
        storage.answer(403);
        download();
        assertThat(storage.served()).isEqualTo(CONTENT.length);
        assertThat(storage.requests().get(2).get("Range")).isEqualTo("bytes=100000-");
    }

    @Test
    void itGivesUpAfterSoManyAttemptsWithoutAByteAndKeepsThePart() {
        storage.breakAt(100_000);
        leaveAPart();
        storage.answer(403).answer(403).answer(403);
        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("Download by GET /files/{name} to " + target + " not completed: http://")
                .hasMessageContaining(": the link was refused with 403;")
                .hasMessageContaining("3 attempts, ")
                .satisfies(e -> {
                    assertThat(((DownloadException) e).attempts())
                            .hasSize(3)
                            .allMatch(piece -> piece.outcome().startsWith("403, the link was refused"));
                    assertThat(((DownloadException) e).fate()).isEqualTo(Fate.UNKNOWN);
                })
                .hasMessageContaining("100000 bytes are there, run again to continue")
                .hasMessageContaining("trace ");
        assertThat(storage.requests()).hasSize(4);
        assertThat(part()).hasSize(100_000);
        assertThat(target).doesNotExist();
    }

    @Test
    void bytesInBetweenMakeItPatientAgain() {
        storage.answer(500).answer(500);
        storage.breakAt(10);
        download();
        assertThat(target).hasBinaryContent(CONTENT);

        storage.answer(500).answer(500).answer(500);
        assertThatThrownBy(() -> download("other.zip")).isInstanceOf(DownloadException.class);
    }

    @Test
    void anAnswerThatIsNoContentIsFinal() {
        storage.answer(404);
        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("it answered 404 where the file was due");
        assertThat(storage.requests()).hasSize(1);
    }

    @Test
    void anEmptyFileIsAFileWhereOneIsExpected() {
        storage.change(new byte[0], TAG);
        downloadExpecting(0);
        assertThat(target).isEmptyFile();
        assertNothingIsLeftBeside();
    }

    @Test
    void nothingIsNotTakenForTheFile() {
        storage.change(new byte[0], TAG);
        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("it has 0 bytes where a file was due");
        assertThat(target).doesNotExist();
        assertThat(storage.requests()).hasSize(1);
    }

    @Test
    void anHtmlPageIsNotTakenForTheFile() {
        storage.answer(new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "text/html;charset=utf-8")
                .body("<html>Please sign in</html>")
                .build());
        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("an HTML page where the file was due");
        assertThat(target).doesNotExist();
        assertThat(part()).doesNotExist();
    }

    @Test
    void contentOfAnotherLengthThanExpectedIsRefusedWithoutReadingIt() {
        assertThatThrownBy(() -> downloadExpecting(CONTENT.length + 1))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(
                        "it has " + CONTENT.length + " bytes where " + (CONTENT.length + 1) + " were expected");
        assertThat(target).doesNotExist();
        downloadExpecting(CONTENT.length);
        assertThat(target).hasBinaryContent(CONTENT);
    }

    private void downloadExpecting(long bytes) {
        try (CxClient client = ContentClients.client(api)) {
            client.request()
                    .get("/files/x")
                    .download()
                    .expectedSize(bytes)
                    .to(target)
                    .execute();
        }
    }

    @Test
    void aConnectionThatBreaksBeforeTheFirstByteLeavesNothing() {
        storage.breakAt(0);
        assertThatThrownBy(() -> download(RetryPolicy.none())).isInstanceOf(ConnectionException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileOfThatNameIsReplacedOnlyByAWholeOne() throws IOException {
        Files.writeString(target, "old");
        storage.breakAt(100_000);
        leaveAPart();
        assertThat(target).hasContent("old");
        download();
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void theDigestIsThatOfTheWholeFile() throws Exception {
        storage.breakAt(100_000, 200_000);
        try (CxClient client = ContentClients.client(api)) {
            DownloadedFile file = client.request()
                    .get("/files/{name}")
                    .path("name", "x")
                    .download()
                    .sha256()
                    .to(target)
                    .execute();
            assertThat(file).isEqualTo(new DownloadedFile(target, CONTENT.length, sha256(CONTENT)));
        }
    }

    @Test
    void theDigestCountsWhatAnEarlierRunLeft() throws Exception {
        storage.breakAt(100_000);
        leaveAPart();
        try (CxClient client = ContentClients.client(api)) {
            DownloadedFile file = client.request()
                    .get("/files/x")
                    .download()
                    .sha256()
                    .to(target)
                    .execute();
            assertThat(file.sha256()).isEqualTo(sha256(CONTENT));
        }
        assertThat(storage.served()).isEqualTo(CONTENT.length);
    }

    @Test
    void theDigestForgetsWhatIsThrownAway() throws Exception {
        byte[] changed = ContentStorage.bytes(1_000, 2);
        storage.breakAt(100_000);
        leaveAPart();
        storage.change(changed, "\"v2\"");
        try (CxClient client = ContentClients.client(api)) {
            DownloadedFile file = client.request()
                    .get("/files/x")
                    .download()
                    .sha256()
                    .to(target)
                    .execute();
            assertThat(file.sha256()).isEqualTo(sha256(changed));
        }
    }

    @Test
    void progressTellsBytesAndTotalWhatWasThereIncluded() {
        storage.breakAt(100_000);
        leaveAPart();
        List<DownloadProgress> seen = new ArrayList<>();
        try (CxClient client = ContentClients.client(api)) {
            client.request()
                    .get("/files/x")
                    .download()
                    .onProgress(seen::add)
                    .to(target)
                    .execute();
        }
        assertThat(seen).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.total()).isEqualTo(300_000L);
            assertThat(progress.bytes()).isGreaterThan(100_000);
        });
        assertThat(seen.get(seen.size() - 1).bytes()).isEqualTo(300_000);
        assertThat(seen).isSortedAccordingTo(java.util.Comparator.comparing(DownloadProgress::bytes));
    }

    @Test
    void aListenerThatThrowsEndsTheDownloadAndThePartIsKept() {
        RuntimeException enough = new RuntimeException("enough");
        try (CxClient client = ContentClients.client(api)) {
            var call = client.request()
                    .get("/files/x")
                    .download()
                    .onProgress(progress -> {
                        if (progress.bytes() > 50_000) {
                            throw enough;
                        }
                    })
                    .to(target);
            assertThatThrownBy(call::execute).isSameAs(enough);
        }
        assertThat(Files.exists(part())).isTrue();
        assertThat(target).doesNotExist();
        assertThat(storage.requests()).hasSize(1);
        download();
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(storage.requests().get(1).get("Range")).isNotNull();
    }

    @Test
    void aStreamIsContinuedToo() {
        storage.breakAt(100_000, 200_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CxClient client = ContentClients.client(api)) {
            assertThat(client.request().get("/files/x").download().to(out).execute())
                    .isEqualTo(CONTENT.length);
        }
        assertThat(out.toByteArray()).isEqualTo(CONTENT);
        assertThat(storage.served()).isEqualTo(CONTENT.length);
    }

    @Test
    void aStreamIsNeverRewritten() {
        storage.withoutRanges().breakAt(100_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CxClient client = ContentClients.client(api)) {
            var call = client.request().get("/files/x").download().to(out);
            assertThatThrownBy(call::execute)
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("begin again with an empty stream");
        }
        assertThat(out.toByteArray()).isEqualTo(java.util.Arrays.copyOf(CONTENT, 100_000));
    }

    @Test
    void noSignedLinkShowsInAnyError() {
        storage.breakAt(0, 0, 0);
        assertThatThrownBy(this::download).isInstanceOf(CxException.class).satisfies(TransferTest::assertNoLink);
        storage.answer(403).answer(403).answer(403);
        assertThatThrownBy(this::download).isInstanceOf(CxException.class).satisfies(TransferTest::assertNoLink);
        storage.answer(404);
        assertThatThrownBy(this::download).isInstanceOf(CxException.class).satisfies(TransferTest::assertNoLink);
    }

    private static void assertNoLink(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        assertThat(text.toString())
                .doesNotContain("SIGNED")
                .doesNotContain("Signature")
                .doesNotContain("bucket");
    }

    private void download() {
        download(RetryPolicy.standard());
    }

    private void download(String name) {
        try (CxClient client = ContentClients.client(api)) {
            client.request()
                    .get("/files/x")
                    .download()
                    .to(directory.resolve(name))
                    .execute();
        }
    }

    private void download(RetryPolicy policy) {
        try (CxClient client = ContentClients.builder(api).retryPolicy(policy).build()) {
            Path path = client.request()
                    .get("/files/{name}")
                    .path("name", "x")
                    .download()
                    .to(target)
                    .execute();
            assertThat(path).isEqualTo(target);
        }
    }

    private void leaveAPart() {
        assertThatThrownBy(() -> download(RetryPolicy.none())).isInstanceOf(ConnectionException.class);
        assertThat(part()).hasSize(100_000);
    }

    private Path part() {
        return directory.resolve("export.zip.part");
    }

    private Path tag() {
        return directory.resolve("export.zip.part.etag");
    }

    private void assertNothingIsLeftBeside() {
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(target));
    }

    private static MockResponse partial(String range, String etag, String body) {
        return new MockResponse.Builder()
                .code(206)
                .headers(Headers.of("Content-Range", range, "ETag", etag))
                .body(body)
                .build();
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
