package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.WrongKeyException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Locale;

/** Checks of keys and certificates. */
public final class KeyPairs {
    private KeyPairs() {}

    /** The key, which must be one of RSA. */
    public static PrivateKey rsa(PrivateKey key) {
        if (!key.getAlgorithm().equals("RSA")) {
            throw new WrongKeyException(
                    "The private key is one of " + key.getAlgorithm() + "; exports are encrypted for RSA keys", null);
        }
        return key;
    }

    /** Compares the modulus, where the key shows it: keys in hardware may not. */
    public static void checkThatTheyBelongTogether(PrivateKey key, X509Certificate certificate) {
        boolean other = !(certificate.getPublicKey() instanceof RSAKey rsa)
                || (key instanceof RSAKey own && !own.getModulus().equals(rsa.getModulus()));
        if (other) {
            throw new WrongKeyException(
                    "The private key does not belong to the certificate " + name(certificate)
                            + "; take the key for which that certificate was made",
                    null);
        }
    }

    /** A certificate in words. */
    public static String name(X509Certificate certificate) {
        return name(
                certificate.getSerialNumber(),
                certificate.getIssuerX500Principal().toString());
    }

    static String name(BigInteger serial, String issuer) {
        return "with serial number " + serial.toString(16).toUpperCase(Locale.ROOT) + " of " + issuer;
    }
}
