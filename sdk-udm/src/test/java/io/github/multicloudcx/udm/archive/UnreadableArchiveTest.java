package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.error.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is whole but cannot be read or extracted here is not called damaged. */
class UnreadableArchiveTest {
    @TempDir
    Path directory;

    private void assertRefused(ExportArchive archive, String why) {
        try (archive) {
            assertThatExceptionOfType(CorruptArchiveException.class)
                    .isThrownBy(archive::verify)
                    .withMessageContaining(why)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("damaged", "download it again"));
        }
    }

    private ExportArchive encrypted(byte[] content) throws IOException {
        OpenSsl.copy(getClass(), directory, "own.key", "own.pem");
        return ExportArchive.decrypt(
                Files.write(directory.resolve("export.p7m"), content),
                DecryptionKey.pem(directory.resolve("own.key"), directory.resolve("own.pem")));
    }

    private ExportArchive zip(byte[] content) throws IOException {
        return ExportArchive.open(Files.write(directory.resolve("export.zip"), content));
    }

    @Test
    void anotherEncodingThanBase64IsNamed() throws IOException {
        String head = "Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: Quoted-Printable\n\nMIIB=3D";
        assertRefused(encrypted(head.getBytes(StandardCharsets.US_ASCII)), "quoted-printable and not base64");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aZipOfAnotherKindIsNamed(int encryptedOrStored) throws IOException {
        byte[] zip = Zips.contacts(1);
        if (encryptedOrStored == 1) {
            zip[6] |= 1;
        } else {
            zip[8] = 0; // stored, with its size behind its content
        }
        assertRefused(zip(zip), "cannot be read here");
    }

    @Test
    void aNumberThatIsTooLongIsNoQuestionOfALimit() throws IOException {
        assertRefused(
                zip(Zips.of("a.json", "{\"n\":" + "7".repeat(1001) + "}")),
                "Record 1 of entry a.json holds a number of more than 1000 digits");
        try (ExportArchive archive = zip(Zips.of("a.json", "{\"" + "n".repeat(60_000) + "\":1}"))) {
            assertThat(archive.verify().records()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a a/b", "a/b a", "a/B/c A/b"})
    void aFileThatIsADirectoryTooIsNotExtracted(String names) throws IOException {
        List<String> both = List.of(names.split(" ", -1));
        try (ExportArchive archive = zip(Zips.of("first", "1", both.get(0), "2", both.get(1), "3"))) {
            assertThatExceptionOfType(CorruptArchiveException.class)
                    .isThrownBy(() -> archive.extractTo(directory.resolve("out")))
                    .withMessageContaining("as a file and as a directory");
            assertThat(directory.resolve("out")).isEmptyDirectory();
        }
    }

    @Test
    void aDirectoryInTheWayKeepsTheOtherFilesFromBeingReplacedToo() throws IOException {
        Path out = directory.resolve("out");
        Files.createDirectories(out.resolve("b.json/mine"));
        Files.writeString(out.resolve("a.json"), "old");
        try (ExportArchive archive = zip(Zips.of("a.json", "{}", "b.json", "{}"))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> archive.extractTo(out))
                    .withMessageContaining("b.json is a directory");
        }
        assertThat(out.resolve("a.json")).hasContent("old");
        assertThat(out).isDirectoryNotContaining("glob:**/.extracting-*");
    }
}
