package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.Multipart;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.Map;

/** The encryption certificate. */
final class CertificateOperations {
    private final Generation generation;
    private final CertificateStore certificates;
    private final JobRegistry jobs;

    CertificateOperations(Generation generation, CertificateStore certificates, JobRegistry jobs) {
        this.generation = generation;
        this.certificates = certificates;
        this.jobs = jobs;
    }

    void register(Map<String, OperationHandler> handlers) {
        handlers.put(generation.operationId("getCertificate"), this::get);
        handlers.put(generation.operationId("uploadCertificate"), this::upload);
    }

    /** No answer is documented for the time before the first upload: the fields are left out. */
    private Answer get(Invocation invocation) {
        return Answer.json(
                200,
                certificates
                        .current()
                        .map(upload -> Json.object()
                                .put("ccid", "5d6b7c8e-1f2a-4b3c-9d4e-5f6a7b8c9d0e")
                                .put("name", upload.name())
                                .put("size", upload.size())
                                .put("lastModified", Dates.write(upload.uploaded())))
                        .orElseGet(Json::object));
    }

    private Answer upload(Invocation invocation) {
        String name = invocation.path("certificatefilename");
        byte[] file = Multipart.parse(invocation.exchange())
                .map(form -> form.parts().getOrDefault("file", new byte[0]))
                .orElseGet(() -> new byte[0]);
        return certificates.upload(name, file, jobs.now())
                ? Answer.json(201, TextNode.valueOf(name))
                : Answer.error(400, "The file is no X.509 certificate with an RSA key");
    }
}
