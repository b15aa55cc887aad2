package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.Certificates;
import io.github.multicloudcx.udm.model.CertificateInfo;
import java.nio.file.Path;

final class DefaultCertificates implements Certificates {
    private final ExportRequests requests;

    DefaultCertificates(ExportRequests requests) {
        this.requests = requests;
    }

    @Override
    public Call<CertificateInfo> get() {
        return requests.get("/cipher").returning(CertificateInfo.class);
    }

    @Override
    public Call<String> upload(Path file) {
        byte[] content = CertificateCheck.read(Require.present(file, "file"));
        return upload(String.valueOf(file.getFileName()), content);
    }

    @Override
    public Call<String> upload(String fileName, byte[] certificate) {
        Require.text(fileName, "fileName");
        byte[] checked = Require.present(certificate, "certificate").clone();
        CertificateCheck.check(fileName, checked);
        return requests.post("/cipher/{certificatefilename}")
                .path("certificatefilename", fileName)
                .multipart("file", Upload.bytes(fileName, checked))
                .advice(400, "the server does not take the certificate, it wants X.509 with an RSA key")
                .returningText();
    }
}
