package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.udm.model.CertificateInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {
    @TempDir
    Path directory;

    @Test
    void sendsOnePartNamedFile() throws IOException {
        Path file = Files.write(directory.resolve("my cert.pem"), Samples.certificate("rsa.pem"));
        try (Wire wire = new Wire().answer(201, "\"stored\"")) {
            assertThat(wire.udm.certificates().upload(file).execute()).isEqualTo("stored");

            RecordedRequest request = wire.take();
            String type = request.getHeaders().get("Content-Type");
            assertThat(type).startsWith("multipart/form-data; boundary=");
            String boundary = type.substring(type.indexOf('=') + 1);
            assertThat(request.getTarget()).isEqualTo("/udm/v10/cipher/my%20cert.pem");
            assertThat(request.getBody().utf8())
                    .isEqualTo("--" + boundary + "\r\n"
                            + "Content-Disposition: form-data; name=\"file\"; filename=\"my cert.pem\"\r\n\r\n"
                            + new String(Samples.certificate("rsa.pem"), StandardCharsets.US_ASCII) + "\r\n--"
                            + boundary + "--\r\n");
        }
    }

    @Test
    void takesDer() {
        try (Wire wire = new Wire().empty(201)) {
            assertThat(wire.udm
                            .certificates()
                            .upload("rsa.der", Samples.certificate("rsa.der"))
                            .execute())
                    .isEmpty();
        }
    }

    @Test
    void takesAnAnswerThatIsNoJson() {
        try (Wire wire = new Wire()
                .answer(new MockResponse.Builder()
                        .code(201)
                        .addHeader("Content-Type", "text/plain")
                        .body("thank you"))) {
            assertThat(wire.udm
                            .certificates()
                            .upload("rsa.pem", Samples.certificate("rsa.pem"))
                            .execute())
                    .isEqualTo("thank you");
        }
    }

    @Test
    void aRefusedCertificateSaysWhatIsWanted() {
        try (Wire wire = new Wire().empty(400)) {
            Assertions.assertThatExceptionOfType(BadRequestException.class)
                    .isThrownBy(() -> wire.udm
                            .certificates()
                            .upload("rsa.pem", Samples.certificate("rsa.pem"))
                            .execute())
                    .withMessageContaining("X.509 with an RSA key");
        }
    }

    @Test
    void aTextIsNoCertificate() {
        refused("hello".getBytes(StandardCharsets.UTF_8), "neither PEM nor DER of an X.509 certificate");
    }

    @Test
    void anEmptyFileIsNoCertificate() {
        refused(new byte[0], "it is empty");
    }

    @Test
    void aHugeFileIsNoCertificate() {
        refused(new byte[1024 * 1024 + 1], "larger than 1 MiB");
    }

    @Test
    void anEllipticKeyIsRefused() {
        refused(Samples.certificate("ec.pem"), "it has a key of type EC, and an RSA key is needed");
    }

    @Test
    void aPrivateKeyIsRefusedAndNotQuoted() throws NoSuchAlgorithmException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        String secret = Base64.getEncoder()
                .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        String pem = "-----BEGIN " + "PRIVATE KEY-----\n" + secret + "\n-----END " + "PRIVATE KEY-----\n";

        refused(pem.getBytes(StandardCharsets.US_ASCII), "a private key, which must not leave this machine");
        refused(
                (new String(Samples.certificate("rsa.pem"), StandardCharsets.US_ASCII) + pem)
                        .getBytes(StandardCharsets.US_ASCII),
                "a private key, which must not leave this machine");
    }

    private static void refused(byte[] content, String why) {
        try (Wire wire = new Wire()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.certificates().upload("x.pem", content))
                    .withMessageStartingWith("x.pem is not a certificate that exports can be encrypted for: ")
                    .withMessageContaining(why);
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void aMissingFileIsRefused() {
        try (Wire wire = new Wire()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.certificates().upload(directory.resolve("none.pem")))
                    .withMessageStartingWith("file is not a readable file");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.certificates().upload(directory))
                    .withMessageStartingWith("file is not a readable file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void aNameThatIsNoSegmentIsRefused(String name) {
        try (Wire wire = new Wire()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.certificates().upload(name, Samples.certificate("rsa.pem")));
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void beforeTheFirstUploadAllFieldsAreNull() {
        try (Wire wire = new Wire().answer(200, "{}")) {
            assertThat(wire.udm.certificates().get().execute())
                    .isEqualTo(new CertificateInfo(null, null, null, null))
                    .extracting(CertificateInfo::lastModifiedAt)
                    .isNull();
        }
    }

    @Test
    void readsTheDateOfTheUpload() {
        assertThat(new CertificateInfo("c", "n", 1L, "2026-01-05T10:00:00.000Z").lastModifiedAt())
                .isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    }
}
