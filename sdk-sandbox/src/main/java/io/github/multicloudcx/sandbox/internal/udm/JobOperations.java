package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.internal.auth.Accounts;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Export jobs. */
final class JobOperations {
    private final JobView view;
    private final JobRegistry jobs;
    private final CertificateStore certificates;
    private final Accounts accounts;
    private final UdmSettings settings;

    JobOperations(
            JobView view, JobRegistry jobs, CertificateStore certificates, Accounts accounts, UdmSettings settings) {
        this.view = view;
        this.jobs = jobs;
        this.certificates = certificates;
        this.accounts = accounts;
        this.settings = settings;
    }

    void register(Map<String, OperationHandler> handlers) {
        Generation generation = view.generation();
        handlers.put(generation.operationId("listExportJobs"), this::list);
        handlers.put(generation.operationId("createExportJob"), this::create);
        handlers.put(generation.operationId("deleteExportJobs"), this::deleteSeveral);
        handlers.put(
                generation.operationId("getExportJob"),
                with((job, invocation) -> Answer.json(200, view.single(job, jobs.now()))));
        handlers.put(generation.operationId("updateExportJob"), with(this::update));
        handlers.put(generation.operationId("deleteExportJob"), with((job, invocation) -> delete(job)));
        handlers.put(generation.operationId("cancelExportJob"), with((job, invocation) -> cancel(job)));
        handlers.put(generation.operationId("resumeExportJob"), with((job, invocation) -> resume(job)));
        handlers.put(generation.operationId("suspendExportJob"), with((job, invocation) -> suspend(job)));
    }

    private OperationHandler with(BiFunction<ExportJob, Invocation, Answer> operation) {
        return invocation -> {
            String id = invocation.path("id");
            if (!id.matches("\\d{1,18}")) {
                return Answer.error(400, "A job id is a number: " + id);
            }
            Optional<ExportJob> job = accounts.mayExport(invocation.signedIn())
                    ? jobs.find(Long.parseLong(id)).filter(ExportJob::listed)
                    : Optional.empty();
            return job.map(found -> operation.apply(found, invocation))
                    .orElseGet(() -> Answer.error(404, "There is no job " + id));
        };
    }

    private Answer info(int status, ExportJob job) {
        return Answer.json(status, view.shaped(view.info(job, jobs.now())));
    }

    private Answer list(Invocation invocation) {
        Instant now = jobs.now();
        String suspended = invocation.query().get("suspend");
        String schedule = invocation.query().get("scheduleType");
        Stream<ExportJob> visible = accounts.mayExport(invocation.signedIn()) ? jobs.inLists() : Stream.empty();
        Stream<ExportJob> wanted = visible.filter(ExportJob::listed)
                .filter(job -> suspended == null
                        || Boolean.parseBoolean(suspended) == job.status(now).equals(Progression.SUSPENDED))
                .filter(job ->
                        schedule == null || schedule.equals(job.definition().scheduleType()));
        return new Listing(invocation.query(), wanted.map(job -> view.info(job, now)))
                .equal("source")
                .contains("type", "title")
                .shaped(view::shaped)
                .page(Answer.empty(204));
    }

    private Answer create(Invocation invocation) {
        if (!accounts.mayExport(invocation.signedIn())) {
            return Answer.error(403, "The role UDM UCSX Exporter or iWD Administrator is needed");
        }
        if (certificates.current().isEmpty()) {
            return Answer.error(400, "No certificate has been uploaded yet");
        }
        JobDefinition definition = definition(invocation, view.generation());
        return definition
                .problem()
                .map(problem -> Answer.error(400, problem))
                .orElseGet(() -> info(202, jobs.create(definition)));
    }

    private static JobDefinition definition(Invocation invocation, Generation generation) {
        return new JobDefinition(Json.parse(invocation.exchange().body()).orElseGet(Json::object), generation);
    }

    private Answer update(ExportJob job, Invocation invocation) {
        Instant now = jobs.now();
        JobDefinition definition = definition(invocation, job.definition().generation());
        Optional<String> problem = definition.problem();
        if (!job.progression().untouched(now)) {
            return Answer.error(400, "Only a job that has not started can be changed");
        }
        if (problem.isPresent()) {
            return Answer.error(400, problem.get());
        }
        job.redefine(definition, now);
        return info(200, job);
    }

    private Answer cancel(ExportJob job) {
        if (job.finished(jobs.now())) {
            return Answer.error(400, "The job is finished");
        }
        job.progression().halt(Progression.CANCELLED, jobs.now());
        return Answer.empty(200);
    }

    private Answer suspend(ExportJob job) {
        Instant now = jobs.now();
        if (job.finished(now) || job.progression().suspended()) {
            return Answer.error(400, "Only an unfinished job can be suspended");
        }
        job.progression().suspend(now);
        return Answer.json(200, view.suspension(job, now));
    }

    private Answer resume(ExportJob job) {
        if (!job.progression().suspended()) {
            return Answer.error(400, "Only a suspended job can be resumed");
        }
        job.progression().resume(jobs.now());
        return Answer.json(200, view.suspension(job, jobs.now()));
    }

    private Answer delete(ExportJob job) {
        if (settings.isUndeletable(Long.toString(job.id())) || !remove(job)) {
            return Answer.error(400, "Only a finished job can be deleted");
        }
        return Answer.empty(204);
    }

    private Answer deleteSeveral(Invocation invocation) {
        boolean allowed = accounts.mayExport(invocation.signedIn());
        return new BulkDelete(settings, "id")
                .run(
                        invocation.query().getOr("jobIDs", ""),
                        id -> allowed
                                && id.matches("\\d{1,18}")
                                && jobs.find(Long.parseLong(id))
                                        .filter(ExportJob::listed)
                                        .map(this::remove)
                                        .orElse(false));
    }

    private boolean remove(ExportJob job) {
        boolean finished = job.finished(jobs.now());
        if (finished) {
            job.unlist();
        }
        return finished;
    }
}
