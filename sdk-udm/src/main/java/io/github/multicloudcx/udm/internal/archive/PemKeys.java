package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.WrongKeyException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Reads private keys in all forms that OpenSSL writes. */
final class PemKeys {
    private PemKeys() {}

    static PrivateKey read(Path file, String text, char @Nullable [] password) {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                PrivateKeyInfo key = key(file, found, password);
                if (key != null) {
                    return new JcaPEMKeyConverter().getPrivateKey(key);
                }
            }
        } catch (PEMException e) {
            throw new WrongKeyException(file + " holds a damaged key, or one of a form that is not known", e);
        } catch (IOException e) {
            throw new WrongKeyException(file + " is damaged: it is no PEM file", e);
        }
        throw new WrongKeyException(
                file + " holds no private key; it must be PEM, with a line such as BEGIN PRIVATE KEY", null);
    }

    /** Null when it is something else, such as a certificate that stands before the key. */
    private static @Nullable PrivateKeyInfo key(Path file, Object found, char @Nullable [] password)
            throws IOException {
        if (found instanceof PrivateKeyInfo plain) {
            return plain;
        }
        if (found instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (found instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return decrypted(file, encrypted, needed(file, password));
        }
        if (found instanceof PEMEncryptedKeyPair encrypted) {
            return decrypted(file, encrypted, needed(file, password));
        }
        return null;
    }

    private static char[] needed(Path file, char @Nullable [] password) {
        if (password == null) {
            throw new WrongKeyException(file + " is encrypted: give its password too", null);
        }
        return password;
    }

    private static PrivateKeyInfo decrypted(Path file, PKCS8EncryptedPrivateKeyInfo encrypted, char[] password) {
        try {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(password));
        } catch (PKCSException | OperatorCreationException e) {
            throw wrongPassword(file, e);
        }
    }

    private static PrivateKeyInfo decrypted(Path file, PEMEncryptedKeyPair encrypted, char[] password) {
        try {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(password))
                    .getPrivateKeyInfo();
        } catch (IOException e) {
            throw wrongPassword(file, e);
        }
    }

    private static WrongKeyException wrongPassword(Path file, Exception e) {
        return new WrongKeyException(file + " cannot be decrypted: the password is wrong", e);
    }
}
