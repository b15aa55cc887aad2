package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.error.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecryptionKeyTest {
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    Path directory;

    private Path certificate;

    @BeforeEach
    void files() throws IOException {
        OpenSsl.copy(
                getClass(),
                directory,
                "own.key",
                "own-pkcs1.key",
                "own-encrypted.key",
                "own-traditional.key",
                "own.p12",
                "own.pem",
                "other.pem",
                "elliptic.key");
        certificate = directory.resolve("own.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own.key", "own-pkcs1.key"})
    void readsKeysWithoutPassword(String name) {
        DecryptionKey key = DecryptionKey.pem(directory.resolve(name), certificate);
        assertThat(key.privateKey().getAlgorithm()).isEqualTo("RSA");
        assertThat(key.certificate()).isNotNull();
        assertThat(DecryptionKey.pem(directory.resolve(name), PASSWORD, null).certificate())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own-encrypted.key", "own-traditional.key"})
    void readsKeysWithPassword(String name) {
        Path file = directory.resolve(name);
        assertThat(DecryptionKey.pem(file, PASSWORD, certificate).privateKey())
                .isEqualTo(DecryptionKey.pem(directory.resolve("own.key"), null).privateKey());
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pem(file, "guess-7351".toCharArray(), certificate))
                .withMessageContaining(name + " cannot be decrypted: the password is wrong")
                .satisfies(e -> assertThat(chain(e)).doesNotContain("guess-7351"));
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pem(file, certificate))
                .withMessageContaining(name + " is encrypted: give its password too");
    }

    @Test
    void readsKeyAndCertificateFromOneFile() {
        Path file = directory.resolve("own.p12");
        DecryptionKey key = DecryptionKey.pkcs12(file, PASSWORD);
        assertThat(key.certificate()).isNotNull();
        assertThat(DecryptionKey.pkcs12(file, PASSWORD, "own").privateKey()).isEqualTo(key.privateKey());
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pkcs12(file, PASSWORD, "mine"))
                .withMessageContaining("holds the private keys [own]; none of them is called \"mine\"");
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pkcs12(file, "guess-7351".toCharArray()))
                .withMessageContaining("the password is wrong, or it is no PKCS#12 file")
                .satisfies(e -> assertThat(chain(e)).doesNotContain("guess-7351"));
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pkcs12(certificate, PASSWORD));
    }

    @Test
    void aKeyBehindACertificateInTheSameFileIsFound() throws IOException {
        Path both = Files.writeString(
                directory.resolve("both.pem"),
                Files.readString(certificate) + Files.readString(directory.resolve("own.key")));
        assertThat(DecryptionKey.pem(both, both).certificate()).isNotNull();
    }

    @Test
    void aKeyThatDoesNotBelongToTheCertificateIsRefused() {
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pem(directory.resolve("own.key"), directory.resolve("other.pem")))
                .withMessageContaining("does not belong to the certificate with serial number")
                .withMessageContaining("CN=other");
    }

    @Test
    void aKeyThatIsNotOneOfRsaIsRefused() {
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pem(directory.resolve("elliptic.key"), null))
                .withMessageContaining("exports are encrypted for RSA keys");
    }

    @Test
    void filesThatHoldNothingUsableAreNamed() throws IOException {
        Path text = Files.writeString(directory.resolve("text.pem"), "no key");
        Path broken = Files.writeString(
                directory.resolve("broken.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pem(text, certificate))
                .withMessageContaining("text.pem holds no private key");
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pem(broken, certificate))
                .withMessageContaining("broken.pem");
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pem(directory.resolve("own.key"), text))
                .withMessageContaining("text.pem holds no X.509 certificate");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> DecryptionKey.pem(directory.resolve("none.pem"), certificate))
                .withMessageContaining("none.pem");
    }

    @Test
    void neitherTextNorMessagesShowTheKey() throws IOException {
        DecryptionKey key = DecryptionKey.pem(directory.resolve("own.key"), certificate);
        String exponent =
                ((RSAPrivateKey) key.privateKey()).getPrivateExponent().toString(16);
        String line = Files.readAllLines(directory.resolve("own.key")).get(1);
        assertThat(key.toString())
                .startsWith("DecryptionKey[with serial number ")
                .doesNotContain(exponent, line);

        Path cut = Files.writeString(
                directory.resolve("cut.key"),
                Files.readString(directory.resolve("own.key")).substring(0, 900),
                StandardCharsets.US_ASCII);
        assertThatExceptionOfType(WrongKeyException.class)
                .isThrownBy(() -> DecryptionKey.pem(cut, certificate))
                .satisfies(e -> assertThat(chain(e)).doesNotContain(line));
    }

    private static String chain(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .map(Throwable::toString)
                .reduce("", String::concat);
    }
}
