package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.udm.model.CertificateInfo;
import java.nio.file.Path;

/**
 * The certificate for which exports are encrypted. One has to be uploaded before the first export.
 *
 * <p>User Data Management API v10, "cipher".
 */
public interface Certificates {
    /**
     * Describes the certificate in use; see "Describe the uploaded encryption certificate" ({@code GET /v10/cipher}).
     *
     * @return the call; all fields are null when there is no certificate
     */
    Call<CertificateInfo> get();

    /**
     * Uploads a certificate under the name of its file; see "Upload the encryption certificate"
     * ({@code POST /v10/cipher/{certificatefilename}}). The file is read and checked at once. The reference does not call
     * it safe to repeat.
     *
     * @param file X.509 certificate with an RSA key, PEM or DER
     * @return the call, whose value has no documented meaning and may be empty
     * @throws IllegalArgumentException when the file cannot be read, or is not such a certificate
     */
    Call<String> upload(Path file);

    /**
     * Uploads a certificate; otherwise as {@link #upload(Path)}.
     *
     * @param fileName name under which the server keeps it, not blank
     * @param certificate X.509 certificate with an RSA key, PEM or DER
     * @return the call, whose value has no documented meaning and may be empty
     * @throws IllegalArgumentException when it is not such a certificate
     */
    Call<String> upload(String fileName, byte[] certificate);
}
