package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every form in which an export may be encrypted: made by the openssl of this machine, and by one of a file that came along
 * ({@code src/test/resources/archive}, made by its {@code make.sh}).
 */
class EncryptionFormsTest {
    private static final byte[] ZIP = Zips.contacts(2000);

    @TempDir
    Path directory;

    @BeforeEach
    void keys() throws IOException {
        OpenSsl.copy(getClass(), directory, "own.key", "own.pem", "other.pem", "third.pem");
        Files.write(directory.resolve("export.zip"), ZIP);
    }

    private DecryptionKey key() {
        return DecryptionKey.pem(directory.resolve("own.key"), directory.resolve("own.pem"));
    }

    /** Cipher, form of the output, whether it is streamed, padding. */
    static Stream<List<String>> forms() {
        List<List<String>> forms = new ArrayList<>();
        for (String cipher : List.of("-des3", "-aes-128-cbc", "-aes-256-cbc", "-aes-128-gcm", "-aes-256-gcm")) {
            for (String form : List.of("SMIME", "PEM", "DER")) {
                for (String stream : List.of("-stream", "-indef", "-noindef")) {
                    forms.add(List.of("cms", cipher, "-outform", form, stream));
                }
            }
            forms.add(List.of("cms", cipher, "-keyopt", "rsa_padding_mode:oaep"));
            forms.add(List.of("cms", cipher, "-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"));
            forms.add(List.of("cms", cipher, "-crlfeol"));
            forms.add(List.of("cms", cipher, "-keyid"));
            if (!cipher.endsWith("gcm")) {
                for (String form : List.of("SMIME", "PEM", "DER")) {
                    forms.add(List.of("smime", cipher, "-outform", form));
                    forms.add(List.of("smime", cipher, "-outform", form, "-stream"));
                }
            }
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void opensWhatOpensslEncrypts(List<String> form) throws IOException {
        assumeTrue(OpenSsl.installed(), "openssl 3 is not installed");
        List<String> recipients =
                form.contains("-keyid") || form.contains("-keyopt") ? List.of("-recip", "own.pem") : List.of("own.pem");
        encrypt(form, recipients);

        assertThatItOpens(directory.resolve("export.smime"));
    }

    private void encrypt(List<String> form, List<String> recipients) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(form.get(0), "-encrypt", "-binary", "-in", "export.zip", "-out", "export.smime", form.get(1)));
        boolean keyOptions = form.contains("-keyopt");
        if (keyOptions) {
            arguments.addAll(recipients);
        }
        arguments.addAll(form.subList(2, form.size()));
        if (!keyOptions) {
            arguments.addAll(recipients);
        }
        String unused = OpenSsl.run(directory, arguments.toArray(String[]::new));
    }

    private void assertThatItOpens(Path file) throws IOException {
        try (ExportArchive archive = ExportArchive.decrypt(file, key());
                Stream<ExportRecord> records = archive.records()) {
            assertThat(archive.decryptTo(directory.resolve("decrypted.zip"))).hasBinaryContent(ZIP);
            assertThat(archive.verify().records()).isEqualTo(2000);
            assertThat(records.map(record -> record.text("contactid")))
                    .hasSize(2000)
                    .startsWith("0", "1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-aes-256-cbc", "-aes-256-gcm"})
    void opensslAndTheArchiveAgreeByteForByte(String cipher) throws IOException {
        assumeTrue(OpenSsl.installed(), "openssl 3 is not installed");
        encrypt(List.of("cms", cipher, "-stream"), List.of("own.pem"));
        String unused = OpenSsl.run(
                directory, "cms", "-decrypt", "-inkey", "own.key", "-in", "export.smime", "-out", "by-openssl.zip");

        try (ExportArchive archive = ExportArchive.decrypt(directory.resolve("export.smime"), key())) {
            Path own = archive.decryptTo(directory.resolve("own.zip"));
            assertThat(own).hasSameBinaryContentAs(directory.resolve("by-openssl.zip"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.pem own.pem third.pem", "own.pem other.pem", "third.pem other.pem own.pem"})
    void findsItsRecipientAmongSeveralWithAndWithoutCertificate(String recipients) throws IOException {
        assumeTrue(OpenSsl.installed(), "openssl 3 is not installed");
        encrypt(List.of("cms", "-aes-256-cbc"), Arrays.asList(recipients.split(" ", -1)));

        Path file = directory.resolve("export.smime");
        assertThatItOpens(file);
        try (ExportArchive archive =
                ExportArchive.decrypt(file, DecryptionKey.pem(directory.resolve("own.key"), null))) {
            assertThat(archive.verify().records()).isEqualTo(2000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "des3.smime",
                "aes128.smime",
                "aes256.pem",
                "aes256-stream.der",
                "aes256.der",
                "gcm.smime",
                "oaep.smime",
                "crlf.smime",
                "several.smime"
            })
    void opensTheFilesThatCameAlong(String name) throws IOException {
        OpenSsl.copy(getClass(), directory, name, "small.zip");
        try (ExportArchive archive = ExportArchive.decrypt(directory.resolve(name), key())) {
            assertThat(archive.decryptTo(directory.resolve("decrypted.zip")))
                    .hasSameBinaryContentAs(directory.resolve("small.zip"));
            assertThat(archive.verify())
                    .isEqualTo(new ArchiveSummary(1, 20, archive.verify().bytes()));
        }
    }

    @Test
    void takesABinaryBodyBehindHeaders() throws IOException {
        OpenSsl.copy(getClass(), directory, "aes256.der");
        byte[] head = ("MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data;\r\n"
                        + "\tname=\"smime.p7m\"\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] body = Files.readAllBytes(directory.resolve("aes256.der"));
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        Path file = Files.write(directory.resolve("binary.smime"), all);
        try (ExportArchive archive = ExportArchive.decrypt(file, key())) {
            assertThat(archive.verify().records()).isEqualTo(20);
        }
    }
}
