package io.github.multicloudcx.core.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.testing.ContentClients;
import io.github.multicloudcx.core.testing.ContentStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PartFileTest {
    private static final byte[] CONTENT = ContentStorage.bytes(200_000, 1);

    @StartStop
    public final MockWebServer api = new MockWebServer();

    @TempDir
    Path directory;

    @Test
    void aPartWithATagIsPickedUp() throws Exception {
        Files.write(path("x.part"), new byte[] {1, 2, 3});
        Files.writeString(path("x.part.etag"), "\"v1\"\n");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (PartFile part = PartFile.open(path("x"), digest)) {
            assertThat(part.size()).isEqualTo(3);
            assertThat(part.etag()).isEqualTo("\"v1\"");
            part.write(new byte[] {4, 9}, 1);
            part.finish();
        }
        assertThat(path("x")).hasBinaryContent(new byte[] {1, 2, 3, 4});
        assertThat(digest.digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(new byte[] {1, 2, 3, 4}));
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(path("x")));
    }

    @Test
    void aPartWithoutATagIsNotContinued() throws IOException {
        Files.write(path("x.part"), new byte[] {1, 2, 3});
        try (PartFile part = PartFile.open(path("x"), null)) {
            assertThat(part.size()).isZero();
            assertThat(part.etag()).isNull();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void beginningAnewForgetsBytesTagAndDigest() throws Exception {
        Files.write(path("x.part"), new byte[] {1, 2, 3});
        Files.writeString(path("x.part.etag"), "\"v1\"");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (PartFile part = PartFile.open(path("x"), digest)) {
            part.restart("\"v2\"");
            assertThat(path("x.part.etag")).hasContent("\"v2\"");
            part.write(new byte[] {7}, 1);
        }
        assertThat(path("x.part")).hasBinaryContent(new byte[] {7});
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[] {7})));
    }

    @Test
    void twoDownloadsToOneTargetDoNotMix() {
        try (PartFile first = PartFile.open(path("x"), null)) {
            assertThatThrownBy(() -> PartFile.open(path("x"), null))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("x.part")
                    .hasMessageContaining("somebody else is downloading to it")
                    .hasMessageContaining("wait for the other");
            first.restart("\"v1\"");
            first.write(new byte[] {1}, 1);
            first.finish();
        }
        assertThat(path("x")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void aPartThatCannotBeReadIsLetGoOf() throws IOException {
        Files.createDirectory(path("x.part.etag"));
        assertThatThrownBy(() -> PartFile.open(path("x"), null)).isInstanceOf(StorageException.class);
        Files.delete(path("x.part.etag"));
        try (PartFile part = PartFile.open(path("x"), null)) {
            assertThat(part.size()).isZero();
        }
    }

    @Test
    void aDirectoryIsNoTarget() {
        try (CxClient client = ContentClients.client(api)) {
            var download = client.request().get("/x").download();
            assertThatThrownBy(() -> download.to(directory))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("target is a directory");
            assertThatThrownBy(() -> download.sha256().to(directory)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(api.getRequestCount()).isZero();
    }

    @Test
    void aDirectoryThatIsMissingIsNamedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> download(path("missing").resolve("x")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("x.part")
                .hasMessageContaining("check that the directory exists and is writable");
        assertThat(api.getRequestCount()).isZero();
    }

    @Test
    void aPlaceBelowAFileIsNoDirectory() throws IOException {
        Files.writeString(path("file"), "a file");
        assertThatThrownBy(() -> download(path("file").resolve("x")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("check that the directory exists and is writable");
        assertThat(path("file")).hasContent("a file");
    }

    @Test
    void aFullDiskIsAStorageProblemAndNoFileAppears() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no device that is always full");
        Files.createSymbolicLink(path("x.part"), full);
        api.setDispatcher(new ContentStorage(CONTENT, "\"v1\""));
        assertThatThrownBy(() -> download(path("x")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Could not write")
                .hasMessageContaining("free space or check its rights, and run again; 0 bytes are kept");
        assertThat(path("x")).doesNotExist();
        assertThat(api.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aMoveThatFailsKeepsThePartAndTheNextRunFetchesNothing() throws IOException {
        ContentStorage storage = new ContentStorage(CONTENT, "\"v1\"");
        api.setDispatcher(storage);
        try (CxClient client = ContentClients.client(api)) {
            var call = client.request().get("/x").download().to(path("x"));
            Files.createDirectory(path("x"));
            Files.writeString(path("x").resolve("inside"), "in the way");
            assertThatThrownBy(call::execute)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("Could not move")
                    .hasMessageContaining("run again");
            assertThat(path("x.part")).hasBinaryContent(CONTENT);

            Files.delete(path("x").resolve("inside"));
            Files.delete(path("x"));
            call.execute();
        }
        assertThat(path("x")).hasBinaryContent(CONTENT);
        assertThat(storage.served()).isEqualTo(CONTENT.length);
    }

    private void download(Path target) {
        try (CxClient client = ContentClients.client(api)) {
            client.request().get("/x").download().to(target).execute();
        }
    }

    private Path path(String name) {
        return directory.resolve(name);
    }
}
