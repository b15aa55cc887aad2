package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.udm.Operation.Shape;
import io.github.multicloudcx.udm.model.CertificateInfo;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileLinks;
import io.github.multicloudcx.udm.model.LookupList;
import io.github.multicloudcx.udm.model.PreSignedUri;
import io.github.multicloudcx.udm.model.VersionInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations about certificates, lookup lists, files and the version.
 *
 * @param api the generation
 */
record FileOperations(TestedApi api) {
    private static final Path TARGET = Path.of(System.getProperty("java.io.tmpdir"));

    List<Operation> all() {
        return Stream.of(certificates(), data(), dataOfV10(), files())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> certificates() {
        return List.of(
                json(
                        "getCertificate",
                        "GET",
                        "/cipher",
                        new CertificateInfo("string", "string", 0L, "string"),
                        client -> client.certificates().get()),
                row(
                        "uploadCertificate",
                        201,
                        "POST",
                        "/cipher/rsa.pem",
                        Samples.json(api.filesId("uploadCertificate") + ".201"),
                        "string",
                        Shape.TEXT,
                        client -> client.certificates().upload("rsa.pem", Samples.certificate("rsa.pem"))),
                json(
                        "getVersion",
                        "GET",
                        "/version",
                        new VersionInfo("string", "string", "string", "string"),
                        ExportClient::version));
    }

    private List<Operation> data() {
        return List.of(
                lookup(
                        "getJobStatuses",
                        "/data/job-statuses",
                        client -> client.data().jobStatuses()),
                lookup("getSources", "/data/sources", client -> client.data().sources()),
                lookup(
                        "getTypes",
                        "/data/types?source=UCS",
                        client -> client.data().types("UCS")),
                lookup(
                        "getSubTypes",
                        "/data/sub-types?dataType=UCS&source=CX",
                        client -> client.data().subTypes("UCS", "CX")));
    }

    private List<Operation> dataOfV10() {
        if (api != TestedApi.UDM_V10) {
            return List.of();
        }
        return List.of(
                lookup(
                        "getAttributes",
                        "/data/attributes?entities=Contact",
                        client -> ((UdmClient) client).data().attributes("Contact")),
                lookupWithoutSample(
                        "getLabels",
                        "/resources/labels",
                        client -> ((UdmClient) client).data().labels()));
    }

    private List<Operation> files() {
        return List.of(
                fileList(),
                json(
                        "getFileLinks",
                        "GET",
                        "/files?filename=a.smime%2Cb.smime",
                        new FileLinks(List.of(new PreSignedUri("string")), List.of()),
                        client -> client.files().links(List.of("a.smime", "b.smime"))),
                row(
                        "deleteFiles",
                        204,
                        "DELETE",
                        "/files?filename=a.smime%2Cb.smime",
                        null,
                        new DeleteResult(List.of("a.smime", "b.smime"), List.of()),
                        Shape.JSON_OR_NOTHING,
                        client -> client.files().deleteAll(List.of("a.smime", "b.smime"))),
                row(
                        "downloadFile",
                        303,
                        "GET",
                        "/files/a.smime",
                        null,
                        TARGET.resolve("operation.smime"),
                        Shape.CONTENT,
                        client -> client.files().download("a.smime").to(TARGET.resolve("operation.smime"))),
                row(
                        "deleteFile",
                        204,
                        "DELETE",
                        "/files/a.smime",
                        null,
                        null,
                        Shape.JSON_OR_NOTHING,
                        client -> client.files().delete("a.smime")));
    }

    private Operation fileList() {
        String target = "/file-metadatas?jobTitle=t&name=n&type=UCS&startDate=2026-01-01T00%3A00%3A00Z"
                + "&endDate=2026-02-01T00%3A00%3A00Z&orderField=name&descAsc=true"
                + api.onlyOnV10("&historyId=7&source=UCS&bgUpdate=b") + "&from=20&size=10";
        Page<?> none = new Page<>(List.of(), 0L, 20, null);
        return json(
                "listFileMetadatas",
                "GET",
                target,
                none,
                client -> api.onlyOnV10(
                                client.files()
                                        .list()
                                        .jobTitle("t")
                                        .name("n")
                                        .type("UCS")
                                        .startDate(Instant.parse("2026-01-01T00:00:00Z"))
                                        .endDate(Instant.parse("2026-02-01T00:00:00Z"))
                                        .orderBy("name")
                                        .descending(),
                                list -> list.historyId(7).source("UCS").bgUpdate("b"))
                        .from(20)
                        .size(10)
                        .page());
    }

    private Operation json(
            String name, String method, String path, Object value, Function<ExportClient, Call<?>> call) {
        return row(name, 200, method, path, sample(name), value, Shape.JSON, call);
    }

    private Operation lookup(String name, String path, Function<ExportClient, Call<?>> call) {
        return lookup(name, path, sample(name), call);
    }

    private Operation lookupWithoutSample(String name, String path, Function<ExportClient, Call<?>> call) {
        return lookup(name, path, "{}", call);
    }

    private Operation lookup(String name, String path, String answer, Function<ExportClient, Call<?>> call) {
        LookupList list = new LookupList(Samples.tree(answer));
        return row(name, 200, "GET", path, answer, list, Shape.JSON_OR_NOTHING, call);
    }

    private String sample(String name) {
        return Samples.json(api.filesId(name) + ".200");
    }

    private Operation row(
            String name,
            int status,
            String method,
            String path,
            @Nullable String answer,
            @Nullable Object value,
            Shape shape,
            Function<ExportClient, Call<?>> call) {
        String line = method + " " + api.files(path);
        return new Operation(api, name, api.filesId(name), line, status, answer, value, shape, call);
    }
}
