package io.github.multicloudcx.udm.archive;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.internal.archive.KeyFiles;
import io.github.multicloudcx.udm.internal.archive.KeyPairs;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * The private key that opens exports, and the certificate that it belongs to. It is read when it is made and kept in memory;
 * {@link #toString()} does not show it.
 */
public final class DecryptionKey {
    private final PrivateKey key;
    private final @Nullable X509Certificate certificate;

    private DecryptionKey(PrivateKey key, @Nullable X509Certificate certificate) {
        this.key = KeyPairs.rsa(key);
        this.certificate = certificate;
        if (certificate != null) {
            KeyPairs.checkThatTheyBelongTogether(key, certificate);
        }
    }

    /**
     * Takes a key and its certificate.
     *
     * @param key RSA private key
     * @param certificate the certificate that exports are encrypted for; without one the key is tried on each recipient of
     *     an export in turn
     * @return the key
     * @throws WrongKeyException when it is no RSA key, or not the one of the certificate
     */
    public static DecryptionKey of(PrivateKey key, @Nullable X509Certificate certificate) {
        return new DecryptionKey(Require.present(key, "key"), certificate);
    }

    /**
     * Reads a key without a password and its certificate from files.
     *
     * @param keyFile PEM with a PKCS#8 ({@code PRIVATE KEY}) or PKCS#1 ({@code RSA PRIVATE KEY}) key
     * @param certificateFile X.509 certificate, PEM or DER; null to do without
     * @return the key
     * @throws WrongKeyException when one of them cannot be used, saying why
     * @throws MissingLibraryException when Bouncy Castle is not on the class path
     * @throws io.github.multicloudcx.core.error.StorageException when a file cannot be read
     */
    public static DecryptionKey pem(Path keyFile, @Nullable Path certificateFile) {
        return KeyFiles.pem(Require.present(keyFile, "keyFile"), null, certificateFile);
    }

    /**
     * Reads a key with a password and its certificate from files.
     *
     * @param keyFile PEM with an encrypted key: PKCS#8 ({@code ENCRYPTED PRIVATE KEY}) or the older form of OpenSSL
     *     ({@code Proc-Type: 4,ENCRYPTED}); a key without password is read too
     * @param password its password; not kept, and not changed
     * @param certificateFile X.509 certificate, PEM or DER; null to do without
     * @return the key
     * @throws WrongKeyException when one of them cannot be used, for example because the password is wrong
     * @throws MissingLibraryException when Bouncy Castle is not on the class path
     * @throws io.github.multicloudcx.core.error.StorageException when a file cannot be read
     */
    public static DecryptionKey pem(Path keyFile, char[] password, @Nullable Path certificateFile) {
        Require.present(password, "password");
        return KeyFiles.pem(Require.present(keyFile, "keyFile"), password, certificateFile);
    }

    /**
     * Reads key and certificate from a PKCS#12 file ({@code .p12}, {@code .pfx}) that holds one key.
     *
     * @param file the file
     * @param password its password; not kept, and not changed
     * @return the key
     * @throws WrongKeyException when it cannot be used, or holds several keys; then the message names them
     * @throws io.github.multicloudcx.core.error.StorageException when the file cannot be read
     */
    public static DecryptionKey pkcs12(Path file, char[] password) {
        return KeyFiles.pkcs12(Require.present(file, "file"), Require.present(password, "password"), null);
    }

    /**
     * Reads key and certificate from a PKCS#12 file ({@code .p12}, {@code .pfx}) that holds several keys.
     *
     * @param file the file
     * @param password its password; not kept, and not changed
     * @param alias which of the keys
     * @return the key
     * @throws WrongKeyException when it cannot be used
     * @throws io.github.multicloudcx.core.error.StorageException when the file cannot be read
     */
    public static DecryptionKey pkcs12(Path file, char[] password, String alias) {
        return KeyFiles.pkcs12(
                Require.present(file, "file"), Require.present(password, "password"), Require.text(alias, "alias"));
    }

    /**
     * Returns the key.
     *
     * @return the private key
     */
    public PrivateKey privateKey() {
        return key;
    }

    /**
     * Returns the certificate.
     *
     * @return the certificate, or null when there is none
     */
    public @Nullable X509Certificate certificate() {
        return certificate;
    }

    /** Names the certificate, and never the key. */
    @Override
    public String toString() {
        return "DecryptionKey[" + (certificate == null ? "no certificate" : KeyPairs.name(certificate)) + "]";
    }
}
