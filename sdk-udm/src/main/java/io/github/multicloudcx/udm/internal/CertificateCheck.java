package io.github.multicloudcx.udm.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;

/** Looks at a certificate before it is sent: a wrong one makes exports that nobody can read. */
final class CertificateCheck {
    private static final int LARGEST = 1024 * 1024;

    private CertificateCheck() {}

    static byte[] read(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("file is not a readable file: " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }

    /** Says what is wrong with it, and never what is in it. */
    static void check(String name, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains("PRIVATE KEY-----")) {
            throw wrong(name, "it holds a private key, which must not leave this machine");
        }
        if (content.length == 0) {
            throw wrong(name, "it is empty");
        }
        if (content.length > LARGEST) {
            throw wrong(name, "it is larger than 1 MiB");
        }
        Certificate certificate = parse(name, content);
        if (!(certificate.getPublicKey() instanceof RSAPublicKey)) {
            throw wrong(name, "it has a key of type " + algorithm(certificate) + ", and an RSA key is needed");
        }
    }

    private static Certificate parse(String name, byte[] content) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            throw new IllegalArgumentException(message(name, "it is neither PEM nor DER of an X.509 certificate"), e);
        }
    }

    private static String algorithm(Certificate certificate) {
        return certificate.getPublicKey().getAlgorithm().toUpperCase(Locale.ROOT);
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(message(name, what));
    }

    private static String message(String name, String what) {
        return name + " is not a certificate that exports can be encrypted for: " + what;
    }
}
