package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with an archive is an error of its own, and leaves nothing behind. */
class DamagedArchiveTest {
    private static final long SEED = 20260105;

    @TempDir
    Path directory;

    private DecryptionKey key;

    @BeforeEach
    void key() throws IOException {
        OpenSsl.copy(getClass(), directory, "own.key", "own.pem", "other.pem");
        key = DecryptionKey.pem(directory.resolve("own.key"), directory.resolve("own.pem"));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private byte[] fixture(String name) throws IOException {
        OpenSsl.copy(getClass(), directory, name);
        return Files.readAllBytes(directory.resolve(name));
    }

    /** Reads it in every way; what each of them throws, and nothing but errors of archives, which hold nothing secret. */
    private List<Throwable> failures(Path file) throws IOException {
        Path out = directory.resolve("out");
        List<Throwable> failures = new ArrayList<>();
        try (ExportArchive archive = ExportArchive.decrypt(file, key)) {
            failures.add(catchThrowable(() -> archive.decryptTo(directory.resolve("plain.zip"))));
            failures.add(catchThrowable(archive::verify));
            failures.add(catchThrowable(() -> archive.extractTo(out)));
            failures.add(catchThrowable(() -> {
                try (Stream<ExportRecord> records = archive.records()) {
                    records.forEach(record -> {});
                }
            }));
        }
        assertThat(directory.resolve("plain.zip")).doesNotExist();
        assertThat(directory.resolve("plain.zip.part")).doesNotExist();
        if (Files.exists(out)) {
            assertThat(out).isEmptyDirectory();
        }
        return failures;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "des3.smime",
                "aes256.pem",
                "aes256-stream.der",
                "aes256.der",
                "gcm.smime",
                "crlf.smime",
                "several.smime"
            })
    void cutOffAnywhereItIsNeverTakenForWhole(String name) throws IOException {
        byte[] whole = fixture(name);
        // what follows the content is a line end, or the line that ends PEM
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int last = name.endsWith(".der")
                ? whole.length
                : text.replaceFirst("-----END[^-]*-----\\s*$", "")
                        .stripTrailing()
                        .length();
        for (int length = 0; length < last; length += 17) {
            Path cut = file("cut", Arrays.copyOf(whole, length));
            try (ExportArchive archive = ExportArchive.decrypt(cut, key)) {
                assertThat(catchThrowable(archive::verify))
                        .as(name + " cut to " + length)
                        .isInstanceOf(ArchiveException.class);
            }
        }
        assertThat(failures(file("cut", Arrays.copyOf(whole, last - 30))))
                .as(name)
                .allMatch(TruncatedArchiveException.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"des3.smime", "aes256.pem", "aes256-stream.der", "aes256.der", "gcm.smime"})
    void changedAnywhereItIsNoRawException(String name) throws IOException {
        byte[] whole = fixture(name);
        Random random = new Random(SEED);
        for (int i = 0; i < 150; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            List<Throwable> failures = failuresOrNone(file("changed", changed));
            assertThat(failures)
                    .as(name + " changed at " + at)
                    .allMatch(failure -> failure == null || failure instanceof ArchiveException);
            boolean content = name.equals("gcm.smime") && at > 700 && at < changed.length - 10 && changed[at] != '\r';
            if (content && changed[at] != '\n' && whole[at] != '\n') {
                assertThat(failures).as(name + " changed at " + at).doesNotContainNull();
            }
        }
    }

    private List<Throwable> failuresOrNone(Path file) throws IOException {
        Path plain = directory.resolve("plain.zip");
        List<Throwable> failures = new ArrayList<>();
        try (ExportArchive archive = ExportArchive.decrypt(file, key)) {
            failures.add(catchThrowable(() -> archive.decryptTo(plain)));
            failures.add(catchThrowable(archive::verify));
        }
        Files.deleteIfExists(plain);
        return failures;
    }

    @Test
    void pemWithoutTheLineThatEndsItIsTruncated() throws IOException {
        String text = new String(fixture("aes256.pem"), StandardCharsets.US_ASCII);
        assertThat(failures(file(
                        "cut.pem", text.substring(0, text.indexOf("-----END")).getBytes(StandardCharsets.US_ASCII))))
                .allMatch(TruncatedArchiveException.class::isInstance);
    }

    @Test
    void aManipulatedByteOfAuthenticatedContentIsNoticedAtTheEnd() throws IOException {
        byte[] changed = fixture("gcm.smime");
        int at = changed.length - 120;
        changed[at] = (byte) (changed[at] == 'A' ? 'B' : 'A');
        assertThat(failures(file("changed", changed))).allMatch(ArchiveException.class::isInstance);
    }

    @Test
    void anotherKeyIsNamedWithTheRecipients() throws IOException {
        OpenSsl.copy(getClass(), directory, "des3.smime");
        DecryptionKey own = key;
        key = DecryptionKey.of(own.privateKey(), null);
        Path foreign = foreign();
        assertThat(failures(foreign))
                .allSatisfy(e -> assertThat(e)
                        .isInstanceOf(WrongKeyException.class)
                        .hasMessageContaining("foreign.smime is encrypted for another key")
                        .hasMessageContaining("its recipients are that with serial number ")
                        .hasMessageContaining("CN=other"));
        key = own;
        assertThat(failures(foreign))
                .allSatisfy(e -> assertThat(e)
                        .isInstanceOf(WrongKeyException.class)
                        .hasMessageContaining("is not encrypted for the certificate with serial number ")
                        .hasMessageContaining("CN=own")
                        .hasMessageContaining("CN=other"));
    }

    @Test
    void aKeyWhoseCertificateLooksTheSameIsTheWrongKeyEveryTime() throws IOException {
        Path twin = ForeignMessage.twinOf(directory.resolve("own.pem"), directory.resolve("twin.pem"));
        DecryptionKey own = key;
        for (int i = 0; i < 40; i++) {
            Path file = file("twin.smime", ForeignMessage.of(twin, Zips.contacts(3)));
            for (DecryptionKey wrong : List.of(own, DecryptionKey.of(own.privateKey(), null))) {
                try (ExportArchive archive = ExportArchive.decrypt(file, wrong)) {
                    assertThatExceptionOfType(WrongKeyException.class).isThrownBy(archive::verify);
                }
            }
        }
    }

    /** What is encrypted for somebody else, without openssl. */
    private Path foreign() throws IOException {
        return file("foreign.smime", ForeignMessage.of(directory.resolve("other.pem"), Zips.contacts(3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "<html><body>Sign in</body></html>",
                "Content-Type: text/html\r\n\r\n<html>",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
                "-----BEGIN CMS-----\n!!!!\n-----END CMS-----\n",
                "-----BEGIN CMS-----\nAAAA\n-----END CMS-----\n",
                "-----BEGIN CMS-----\nAA==AA==\n-----END CMS-----\n",
                "MIME-Version: 1.0\n\n",
                "MIME-Version: 1.0\n\nMIIB",
                "MIME-Version: 1.0\nnonsense\n\nMIIB",
                " continued: by nothing\n\nMIIB"
            })
    void whatIsNoExportIsRefused(String content) throws IOException {
        assertThat(failures(file("odd.smime", content.getBytes(StandardCharsets.UTF_8))))
                .allSatisfy(e -> assertThat(e)
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContaining("odd.smime")
                        .satisfies(line -> assertThat(line.getMessage().lines()).hasSize(1)));
    }

    @Test
    void aZipThatIsNotEncryptedIsNamedAsSuch() throws IOException {
        assertThat(failures(file("plain-export.zip", Zips.contacts(1))))
                .allSatisfy(e -> assertThat(e).hasMessageContaining("use ExportArchive.open"));
    }

    @Test
    void aZipCutOffAnywhereIsTruncated() throws IOException {
        byte[] zip = Zips.of("a.json", "{\"a\":1}\n", "b.json", "{\"b\":1}\n{\"b\":2}\n");
        for (int length = 0; length < zip.length; length++) {
            Path cut = file("cut.zip", Arrays.copyOf(zip, length));
            try (ExportArchive archive = ExportArchive.open(cut)) {
                assertThatExceptionOfType(TruncatedArchiveException.class)
                        .as("cut to " + length)
                        .isThrownBy(archive::verify)
                        .withMessageContaining("cut.zip");
            }
        }
    }

    @Test
    void aZipChangedAnywhereIsNoRawException() throws IOException {
        byte[] zip = Zips.contacts(50);
        for (int at = 0; at < zip.length; at++) {
            byte[] changed = zip.clone();
            changed[at] ^= 0x55;
            try (ExportArchive archive = ExportArchive.open(file("changed.zip", changed))) {
                Throwable failure = catchThrowable(archive::verify);
                assertThat(failure == null || failure instanceof ArchiveException)
                        .as("at " + at + ": " + failure)
                        .isTrue();
            }
        }
    }

    @Test
    void aDirectoryThatTellsOfOtherEntriesIsDamage() throws IOException {
        byte[] zip = Zips.contacts(1);
        zip[zip.length - 12] = 2;
        try (ExportArchive archive = ExportArchive.open(file("count.zip", zip))) {
            assertThatExceptionOfType(CorruptArchiveException.class)
                    .isThrownBy(archive::verify)
                    .withMessageContaining("its directory tells of 2 entries, it holds 1");
        }
    }

    @Test
    void somethingElseThanAZipIsNamed() throws IOException {
        try (ExportArchive archive =
                ExportArchive.open(file("text.zip", "hello, world".getBytes(StandardCharsets.UTF_8)))) {
            assertThatExceptionOfType(CorruptArchiveException.class)
                    .isThrownBy(archive::verify)
                    .withMessageContaining("text.zip holds no zip: the key is wrong");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.json",
                "a/../../evil.json",
                "/etc/evil.json",
                "\\evil.json",
                "..\\evil.json",
                "C:\\evil.json",
                "c:evil.json",
                "a/./b.json",
                "..",
                "tab\tname.json",
                " "
            })
    void aNameThatLeadsElsewhereIsRefusedInEveryMode(String name) throws IOException {
        Path zip = file("slip.zip", Zips.of("good.json", "{\"a\":1}\n", name, "{\"a\":1}\n"));
        try (ExportArchive archive = ExportArchive.open(zip)) {
            assertThatExceptionOfType(UnsafeEntryException.class)
                    .isThrownBy(() -> archive.extractTo(directory.resolve("out")));
            assertThatExceptionOfType(UnsafeEntryException.class).isThrownBy(archive::verify);
            assertThatExceptionOfType(UnsafeEntryException.class).isThrownBy(() -> archive.forEachEntry(entry -> {}));
            assertThat(directory.resolve("out")).isEmptyDirectory();
            assertThat(directory.resolveSibling("evil.json")).doesNotExist();
        }
    }

    @Test
    void limitsAreNamedAndCanBeRaised() throws IOException {
        Path zip = file("big.zip", Zips.of("a.json", "{\"text\":\"" + "x".repeat(100_000) + "\"}\n", "b.json", "{}"));
        ArchiveLimits limits = ArchiveLimits.DEFAULT;
        try (ExportArchive archive = ExportArchive.open(zip)) {
            assertThat(archive.verify().entries()).isEqualTo(2);
            assertLimit(archive.limits(limits.entries(1)), "more than 1 entries", "ArchiveLimits.entries");
            assertLimit(
                    archive.limits(limits.entryBytes(99_999)),
                    "a.json has more than 99999 bytes",
                    "ArchiveLimits.entryBytes");
            assertLimit(archive.limits(limits.totalBytes(99_999)), "more than 99999 bytes", "ArchiveLimits.totalBytes");
            assertLimit(
                    archive.limits(limits.recordBytes(50_000)),
                    "Record 1 of entry a.json has more than 50000 bytes",
                    "ArchiveLimits.recordBytes");
        }
        Path deep = file("deep.zip", Zips.of("a.json", "{\"a\":".repeat(30) + "1" + "}".repeat(30)));
        try (ExportArchive archive = ExportArchive.open(deep)) {
            assertLimit(archive.limits(limits.depth(20)), "nested deeper than 20 levels", "ArchiveLimits.depth");
            assertThat(archive.limits(limits.depth(40)).verify().records()).isOne();
        }
    }

    private static void assertLimit(ExportArchive archive, String what, String how) {
        assertThatExceptionOfType(ArchiveLimitException.class)
                .isThrownBy(archive::verify)
                .withMessageContaining(what)
                .withMessageContaining(how);
    }

    @Test
    void aBombIsDefusedInConstantMemoryBeforeItFillsTheDisk() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.bin"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        Path bomb = file("bomb.zip", bytes.toByteArray());
        try (ExportArchive archive = ExportArchive.open(bomb)) {
            assertLimit(archive, "more than 200 bytes for each byte of its file", "ArchiveLimits.ratio");
            assertThatExceptionOfType(ArchiveLimitException.class)
                    .isThrownBy(() -> archive.extractTo(directory.resolve("out")));
            assertThat(directory.resolve("out")).isEmptyDirectory();
            assertThat(archive.limits(ArchiveLimits.DEFAULT.ratio(2000))
                            .verify()
                            .bytes())
                    .isEqualTo(300L << 20);
        }
    }

    @Test
    void anEndlessRecordIsCutShort() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = "\"k\":[1,2,3,4,5,6,7,8],".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("endless.json"));
            zip.write('{');
            for (int i = 0; i < 100; i++) {
                zip.write(piece);
            }
            zip.closeEntry();
        }
        try (ExportArchive archive = ExportArchive.open(file("endless.zip", bytes.toByteArray()))) {
            assertLimit(
                    archive.limits(ArchiveLimits.DEFAULT.recordBytes(1 << 20)),
                    "Record 1 of entry endless.json has more than 1048576 bytes",
                    "recordBytes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":secret}", "{\"a\":1} trailing-secret", "\"secret\"", "[1]", "[[{}]]", "{\"a\":", "nul"})
    void aRecordThatIsNoJsonObjectIsNamedAndNotQuoted(String line) throws IOException {
        Path zip = file("bad.zip", Zips.of("Contact-1.json", "{\"ok\":1}\n" + line + "\n"));
        try (ExportArchive archive = ExportArchive.open(zip)) {
            assertThatExceptionOfType(CorruptArchiveException.class)
                    .isThrownBy(archive::verify)
                    .withMessageContaining("of entry Contact-1.json")
                    .satisfies(e -> assertThat(e.getMessage() + e.getCause()).doesNotContain("secret"));
        }
    }
}
