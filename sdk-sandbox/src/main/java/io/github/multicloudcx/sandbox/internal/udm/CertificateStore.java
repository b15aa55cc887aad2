package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.internal.export.Pem;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The certificate that exports are encrypted for. */
public final class CertificateStore {
    /**
     * An uploaded certificate.
     *
     * @param name file name it was uploaded under
     * @param size length of the upload in bytes
     * @param certificate the certificate
     * @param uploaded when
     */
    public record Upload(String name, int size, X509Certificate certificate, Instant uploaded) {}

    private volatile @Nullable Upload current;

    public Optional<Upload> current() {
        return Optional.ofNullable(current);
    }

    /** Takes a certificate into use; false when the bytes are none. */
    public boolean upload(String name, byte[] encoded, Instant now) {
        Optional<X509Certificate> certificate = Pem.certificate(encoded);
        certificate.ifPresent(found -> current = new Upload(name, encoded.length, found, now));
        return certificate.isPresent();
    }
}
