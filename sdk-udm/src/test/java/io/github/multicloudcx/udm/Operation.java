package io.github.multicloudcx.udm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.udm.model.CertificateInfo;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileLinks;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
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
 * One operation of the reference, how it is called, what it sends and what it answers. A new endpoint is covered by
 * another row.
 *
 * @param id operationId
 * @param line method and target that are expected
 * @param status documented status of success
 * @param answer sample of the answer, null where the reference prints no body
 * @param value what the answer becomes; null for no value
 * @param shape what the answer has to look like
 * @param call makes the call
 */
record Operation(
        String id,
        String line,
        int status,
        @Nullable String answer,
        @Nullable Object value,
        Shape shape,
        Function<UdmClient, Call<?>> call) {
    /** What an answer has to look like to be understood. */
    enum Shape {
        /** JSON is due. */
        JSON,
        /** JSON or nothing. */
        JSON_OR_NOTHING,
        /** Any text or nothing. */
        TEXT,
        /** Content. */
        CONTENT
    }

    static final JobInfo JOB = new JobInfo(
            0L, "string", "string", "string", "string", "string", 0L, "string", "string", "string", "string", "string",
            List.of(), 0, 0L, true);
    private static final LookupList NO_LIST = new LookupList(JsonNodeFactory.instance.objectNode());
    private static final Path TARGET = Path.of(System.getProperty("java.io.tmpdir"));

    static List<Operation> all() {
        return Stream.of(certificates(), data(), history(), jobs(), files())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> certificates() {
        return List.of(
                json(
                        "getCertificateV10",
                        "GET /udm/v10/cipher",
                        new CertificateInfo("string", "string", 0L, "string"),
                        udm -> udm.certificates().get()),
                new Operation(
                        "uploadCertificateV10",
                        "POST /udm/v10/cipher/rsa.pem",
                        201,
                        Samples.json("uploadCertificateV10.201"),
                        "string",
                        Shape.TEXT,
                        udm -> udm.certificates().upload("rsa.pem", Samples.certificate("rsa.pem"))),
                json(
                        "getVersionV10",
                        "GET /udm/v10/version",
                        new VersionInfo("string", "string", "string", "string"),
                        UdmClient::version));
    }

    private static List<Operation> data() {
        return List.of(
                lookup(
                        "getAttributesV10",
                        "data/attributes?entities=Contact",
                        udm -> udm.data().attributes("Contact")),
                lookup(
                        "getJobStatusesV10",
                        "data/job-statuses",
                        udm -> udm.data().jobStatuses()),
                lookup("getSourcesV10", "data/sources", udm -> udm.data().sources()),
                lookup("getTypesV10", "data/types?source=UCS", udm -> udm.data().types("UCS")),
                lookup(
                        "getSubTypesV10",
                        "data/sub-types?dataType=UCS&source=CX",
                        udm -> udm.data().subTypes("UCS", "CX")),
                lookup("getLabelsV10", "resources/labels", udm -> udm.data().labels()));
    }

    private static List<Operation> history() {
        return List.of(
                list(
                        "listExportHistoryV10",
                        "GET /udm/v10/export/history?jobId=7&title=t&type=UCS&source=UCS&status=DONE&fileName=f"
                                + "&orderField=createdDate&descAsc=true&bgUpdate=b&from=20&size=10",
                        udm -> udm.history()
                                .list()
                                .jobId(7)
                                .title("t")
                                .type("UCS")
                                .source("UCS")
                                .status("DONE")
                                .fileName("f")
                                .orderBy("createdDate")
                                .descending()
                                .bgUpdate("b")
                                .from(20)
                                .size(10)
                                .page(),
                        Shape.JSON),
                bulk(
                        "deleteExportHistoriesV10",
                        "export/history?jobIDs=7%2C8",
                        udm -> udm.history().deleteAll(7, 8)),
                json(
                        "getExportHistoryV10",
                        "GET /udm/v10/export/history/7",
                        JOB,
                        udm -> udm.history().get(7)),
                nothing(
                        "deleteExportHistoryV10",
                        204,
                        "DELETE /udm/v10/export/history/7",
                        udm -> udm.history().delete(7)),
                json(
                        "getExportProgressV10",
                        "GET /udm/v10/export/history/7/progress",
                        new JobProgress(0, "string"),
                        udm -> udm.history().progress(7)));
    }

    private static List<Operation> jobs() {
        return List.of(
                list(
                        "listExportJobsV10",
                        "GET /udm/v10/export/jobs?title=t&type=UCS&source=UCS&scheduleType=cron&suspend=true"
                                + "&orderField=title&descAsc=false&bgUpdate=b&from=20&size=10",
                        udm -> udm.jobs()
                                .list()
                                .title("t")
                                .type("UCS")
                                .source("UCS")
                                .scheduleType("cron")
                                .suspended(true)
                                .orderBy("title")
                                .ascending()
                                .bgUpdate("b")
                                .from(20)
                                .size(10)
                                .page(),
                        Shape.JSON),
                new Operation(
                        "createExportJobV10",
                        "POST /udm/v10/export/jobs",
                        202,
                        Samples.json("createExportJobV10.202"),
                        JOB,
                        Shape.JSON,
                        udm -> udm.jobs().create(Samples.job())),
                bulk(
                        "deleteExportJobsV10",
                        "export/jobs?jobIDs=7%2C8",
                        udm -> udm.jobs().deleteAll(7, 8)),
                json(
                        "getExportJobV10",
                        "GET /udm/v10/export/jobs/7",
                        JOB,
                        udm -> udm.jobs().get(7)),
                json(
                        "updateExportJobV10",
                        "PUT /udm/v10/export/jobs/7",
                        JOB,
                        udm -> udm.jobs().update(7, Samples.job())),
                nothing(
                        "deleteExportJobV10",
                        204,
                        "DELETE /udm/v10/export/jobs/7",
                        udm -> udm.jobs().delete(7)),
                nothing(
                        "cancelExportJobV10",
                        200,
                        "POST /udm/v10/export/jobs/cancel/7",
                        udm -> udm.jobs().cancel(7)),
                json(
                        "suspendExportJobV10",
                        "POST /udm/v10/export/jobs/suspend/7",
                        JOB,
                        udm -> udm.jobs().suspend(7)),
                json(
                        "resumeExportJobV10",
                        "POST /udm/v10/export/jobs/resume/7",
                        JOB,
                        udm -> udm.jobs().resume(7)));
    }

    private static List<Operation> files() {
        return List.of(
                list(
                        "listFileMetadatasV10",
                        "GET /udm/v10/file-metadatas?historyId=7&jobTitle=t&name=n&type=UCS&source=UCS"
                                + "&startDate=2026-01-01T00%3A00%3A00Z&endDate=2026-02-01T00%3A00%3A00Z"
                                + "&orderField=name&descAsc=true&bgUpdate=b&from=20&size=10",
                        udm -> udm.files()
                                .list()
                                .historyId(7)
                                .jobTitle("t")
                                .name("n")
                                .type("UCS")
                                .source("UCS")
                                .startDate(Instant.parse("2026-01-01T00:00:00Z"))
                                .endDate(Instant.parse("2026-02-01T00:00:00Z"))
                                .orderBy("name")
                                .descending()
                                .bgUpdate("b")
                                .from(20)
                                .size(10)
                                .page(),
                        Shape.JSON),
                new Operation(
                        "getFileLinksV10",
                        "GET /udm/v10/files?filename=a.smime%2Cb.smime",
                        200,
                        Samples.json("getFileLinksV10.200"),
                        new FileLinks(List.of(new PreSignedUri("string")), List.of()),
                        Shape.JSON,
                        udm -> udm.files().links(List.of("a.smime", "b.smime"))),
                new Operation(
                        "deleteFilesV10",
                        "DELETE /udm/v10/files?filename=a.smime%2Cb.smime",
                        204,
                        null,
                        new DeleteResult(List.of("a.smime", "b.smime"), List.of()),
                        Shape.JSON_OR_NOTHING,
                        udm -> udm.files().deleteAll(List.of("a.smime", "b.smime"))),
                new Operation(
                        "downloadFileV10",
                        "GET /udm/v10/files/a.smime",
                        303,
                        null,
                        TARGET.resolve("operation.smime"),
                        Shape.CONTENT,
                        udm -> udm.files().download("a.smime").to(TARGET.resolve("operation.smime"))),
                nothing(
                        "deleteFileV10",
                        204,
                        "DELETE /udm/v10/files/a.smime",
                        udm -> udm.files().delete("a.smime")));
    }

    private static Operation json(String id, String line, Object value, Function<UdmClient, Call<?>> call) {
        return new Operation(id, line, 200, Samples.json(id + ".200"), value, Shape.JSON, call);
    }

    private static Operation lookup(String id, String path, Function<UdmClient, Call<?>> call) {
        return new Operation(id, "GET /udm/v10/" + path, 200, "{}", NO_LIST, Shape.JSON_OR_NOTHING, call);
    }

    private static Operation list(String id, String line, Function<UdmClient, Call<?>> call, Shape shape) {
        Page<?> page = new Page<>(List.of(), 0L, 20, null);
        return new Operation(id, line, 200, Samples.json(id + ".200"), page, shape, call);
    }

    private static Operation bulk(String id, String path, Function<UdmClient, Call<?>> call) {
        DeleteResult all = new DeleteResult(List.of("7", "8"), List.of());
        return new Operation(id, "DELETE /udm/v10/" + path, 204, null, all, Shape.JSON_OR_NOTHING, call);
    }

    private static Operation nothing(String id, int status, String line, Function<UdmClient, Call<?>> call) {
        return new Operation(id, line, status, null, null, Shape.JSON_OR_NOTHING, call);
    }

    @Override
    public String toString() {
        return id;
    }
}
