package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.udm.Operation.Shape;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations about jobs and history.
 *
 * @param api the generation
 */
record JobOperations(TestedApi api) {
    List<Operation> all() {
        return Stream.of(history(), jobs(), changes()).flatMap(List::stream).toList();
    }

    private List<Operation> history() {
        return List.of(
                historyList(),
                bulk(
                        "deleteExportHistories",
                        "/export/history",
                        client -> client.history().deleteAll(7, 8)),
                json(
                        "getExportHistory",
                        200,
                        "GET",
                        "/export/history/7",
                        recorded(),
                        client -> client.history().get(7)),
                nothing(
                        "deleteExportHistory",
                        204,
                        "DELETE",
                        "/export/history/7",
                        client -> client.history().delete(7)),
                json(
                        "getExportProgress",
                        200,
                        "GET",
                        "/export/history/7/progress",
                        new JobProgress(0, "string"),
                        client -> client.history().progress(7)));
    }

    private List<Operation> jobs() {
        return List.of(
                jobList(),
                json(
                        "createExportJob",
                        202,
                        "POST",
                        "/export/jobs",
                        recorded(),
                        client -> client.jobs().create(Samples.job(api))),
                bulk("deleteExportJobs", "/export/jobs", client -> client.jobs().deleteAll(7, 8)),
                json(
                        "getExportJob",
                        200,
                        "GET",
                        "/export/jobs/7",
                        api.pick(recorded(), Samples.DEFINITION, recorded()),
                        client -> client.jobs().get(7)),
                json(
                        "updateExportJob",
                        200,
                        "PUT",
                        "/export/jobs/7",
                        recorded(),
                        client -> client.jobs().update(7, Samples.job(api))),
                nothing(
                        "deleteExportJob",
                        204,
                        "DELETE",
                        "/export/jobs/7",
                        client -> client.jobs().delete(7)));
    }

    private List<Operation> changes() {
        JobInfo changed = api.pick(recorded(), new JobInfo(7, null, null), recorded());
        return List.of(
                nothing(
                        "cancelExportJob",
                        200,
                        "POST",
                        "/export/jobs/cancel/7",
                        client -> client.jobs().cancel(7)),
                json(
                        "suspendExportJob",
                        200,
                        "POST",
                        "/export/jobs/suspend/7",
                        changed,
                        client -> client.jobs().suspend(7)),
                json(
                        "resumeExportJob",
                        200,
                        "POST",
                        "/export/jobs/resume/7",
                        changed,
                        client -> client.jobs().resume(7)));
    }

    private Operation historyList() {
        String target = "/export/history?title=t&type=UCS&status=DONE&fileName=f&orderField=createdDate&descAsc=true"
                + api.onlyOnV10("&jobId=7&source=UCS&bgUpdate=b") + "&from=20&size=10";
        return list(
                "listExportHistory",
                target,
                client -> api.onlyOnV10(
                                client.history()
                                        .list()
                                        .title("t")
                                        .type("UCS")
                                        .status("DONE")
                                        .fileName("f")
                                        .orderBy("createdDate")
                                        .descending(),
                                list -> list.jobId(7).source("UCS").bgUpdate("b"))
                        .from(20)
                        .size(10)
                        .page());
    }

    private Operation jobList() {
        String target = "/export/jobs?title=t&type=UCS&scheduleType=cron&suspend=true&orderField=title&descAsc=false"
                + api.onlyOnV10("&source=UCS&bgUpdate=b") + "&from=20&size=10";
        return list(
                "listExportJobs",
                target,
                client -> api.onlyOnV10(
                                client.jobs()
                                        .list()
                                        .title("t")
                                        .type("UCS")
                                        .scheduleType("cron")
                                        .suspended(true)
                                        .orderBy("title")
                                        .ascending(),
                                list -> list.source("UCS").bgUpdate("b"))
                        .from(20)
                        .size(10)
                        .page());
    }

    private JobInfo recorded() {
        return Samples.record(api);
    }

    private Operation json(
            String name, int status, String method, String path, Object value, Function<ExportClient, Call<?>> call) {
        String sample = Samples.json(api.jobsId(name) + "." + status);
        return row(name, status, method, path, sample, value, Shape.JSON, call);
    }

    private Operation list(String name, String path, Function<ExportClient, Call<?>> call) {
        return json(name, 200, "GET", path, new Page<>(List.of(), 0L, 20, null), call);
    }

    private Operation bulk(String name, String path, Function<ExportClient, Call<?>> call) {
        DeleteResult all = new DeleteResult(List.of("7", "8"), List.of());
        return row(name, 204, "DELETE", path + "?jobIDs=7%2C8", null, all, Shape.JSON_OR_NOTHING, call);
    }

    private Operation nothing(
            String name, int status, String method, String path, Function<ExportClient, Call<?>> call) {
        return row(name, status, method, path, null, null, Shape.JSON_OR_NOTHING, call);
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
        String line = method + " " + api.jobs(path);
        return new Operation(api, name, api.jobsId(name), line, status, answer, value, shape, call);
    }
}
