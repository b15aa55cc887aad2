package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.WrongKeyException;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads keys and certificates from files. No message shows what is in them. */
public final class KeyFiles {
    private static final int LARGEST = 4 * 1024 * 1024;

    private KeyFiles() {}

    /** A PEM key, and a certificate in a file of its own. */
    public static DecryptionKey pem(Path keyFile, char @Nullable [] password, @Nullable Path certificateFile) {
        String text = new String(read(keyFile), StandardCharsets.ISO_8859_1);
        X509Certificate certificate = certificateFile == null ? null : certificate(certificateFile);
        PrivateKey key = BouncyCastle.call(() -> PemKeys.read(keyFile, text, password));
        return DecryptionKey.of(key, certificate);
    }

    private static X509Certificate certificate(Path file) {
        byte[] content = read(file);
        try {
            Certificate read =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
            if (read instanceof X509Certificate x509) {
                return x509;
            }
        } catch (CertificateException e) {
            throw new WrongKeyException(file + " holds no X.509 certificate, neither as PEM nor as DER", e);
        }
        throw new WrongKeyException(file + " holds no X.509 certificate, neither as PEM nor as DER", null);
    }

    /** Key and certificate in one file. */
    public static DecryptionKey pkcs12(Path file, char[] password, @Nullable String wanted) {
        byte[] content = read(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            String alias = alias(file, store, wanted);
            Key key = store.getKey(alias, password);
            Certificate certificate = store.getCertificate(alias);
            if (key instanceof PrivateKey privateKey) {
                return DecryptionKey.of(privateKey, certificate instanceof X509Certificate x509 ? x509 : null);
            }
            throw new WrongKeyException(file + " holds no private key \"" + alias + "\"", null);
        } catch (IOException | GeneralSecurityException e) {
            throw new WrongKeyException(file + " cannot be opened; the password is wrong, or it is no PKCS#12 file", e);
        }
    }

    private static String alias(Path file, KeyStore store, @Nullable String wanted) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (wanted == null ? keys.size() == 1 : keys.stream().anyMatch(wanted::equalsIgnoreCase)) {
            return wanted == null ? keys.get(0) : wanted;
        }
        if (keys.isEmpty()) {
            throw new WrongKeyException(file + " holds no private key", null);
        }
        String advice = wanted == null ? "name one of them as alias" : "none of them is called \"" + wanted + "\"";
        throw new WrongKeyException(file + " holds the private keys " + keys + "; " + advice, null);
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new WrongKeyException(file + " is larger than 4 MiB; it holds no key", null);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw LocalFiles.failed("read " + file, e, "check the path and its rights");
        }
    }
}
