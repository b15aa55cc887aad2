package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.internal.auth.Accounts;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Records of past and running exports; a job that runs once has the id of its record. */
final class HistoryOperations {
    private final JobView view;
    private final JobRegistry jobs;
    private final Accounts accounts;
    private final UdmSettings settings;

    HistoryOperations(JobView view, JobRegistry jobs, Accounts accounts, UdmSettings settings) {
        this.view = view;
        this.jobs = jobs;
        this.accounts = accounts;
        this.settings = settings;
    }

    void register(Map<String, OperationHandler> handlers) {
        Generation generation = view.generation();
        handlers.put(generation.operationId("listExportHistory"), this::list);
        handlers.put(generation.operationId("deleteExportHistories"), this::deleteSeveral);
        handlers.put(
                generation.operationId("getExportHistory"),
                with(job -> Answer.json(200, view.shaped(view.info(job, jobs.now())))));
        handlers.put(generation.operationId("deleteExportHistory"), with(this::delete));
        handlers.put(
                generation.operationId("getExportProgress"),
                with(job -> Answer.json(200, view.progress(job, jobs.now()))));
    }

    private OperationHandler with(Function<ExportJob, Answer> operation) {
        return invocation -> {
            String id = invocation.path("id");
            if (!id.matches("\\d{1,18}")) {
                return Answer.error(400, "A history id is a number: " + id);
            }
            return record(id, invocation)
                    .map(operation)
                    .orElseGet(() -> Answer.error(404, "There is no history record " + id));
        };
    }

    private Optional<ExportJob> record(String id, Invocation invocation) {
        return accounts.mayExport(invocation.signedIn())
                ? jobs.find(Long.parseLong(id)).filter(ExportJob::inHistory)
                : Optional.empty();
    }

    private Answer list(Invocation invocation) {
        Instant now = jobs.now();
        String jobId = invocation.query().get("jobId");
        Stream<ExportJob> visible = accounts.mayExport(invocation.signedIn()) ? jobs.inLists() : Stream.empty();
        Stream<ExportJob> wanted = visible.filter(ExportJob::inHistory)
                .filter(job -> jobId == null
                        || jobId.equals(Long.toString(job.parentId().orElse(job.id()))));
        return new Listing(invocation.query(), wanted.map(job -> view.info(job, now)))
                .equal("source", "status")
                .contains("type", "title", "fileName")
                .shaped(view::shaped)
                .page(Answer.empty(204));
    }

    private Answer delete(ExportJob job) {
        if (settings.isUndeletable(Long.toString(job.id())) || !remove(job)) {
            return Answer.error(400, "Only the record of a finished job can be deleted");
        }
        return Answer.empty(204);
    }

    private Answer deleteSeveral(Invocation invocation) {
        return new BulkDelete(settings, "id")
                .run(
                        invocation.query().getOr("jobIDs", ""),
                        id -> id.matches("\\d{1,18}")
                                && record(id, invocation).map(this::remove).orElse(false));
    }

    private boolean remove(ExportJob job) {
        boolean finished = job.finished(jobs.now());
        if (finished) {
            job.removeFromHistory();
        }
        return finished;
    }
}
