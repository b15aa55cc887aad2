package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.Certificates;
import io.github.multicloudcx.udm.ExportClient;
import io.github.multicloudcx.udm.ExportFiles;
import io.github.multicloudcx.udm.ExportHistory;
import io.github.multicloudcx.udm.ExportJobs;
import io.github.multicloudcx.udm.Lookups;
import io.github.multicloudcx.udm.export.Exports;
import io.github.multicloudcx.udm.internal.export.DefaultExports;
import io.github.multicloudcx.udm.internal.export.ExportServices;
import io.github.multicloudcx.udm.model.VersionInfo;

/** The client of a generation. */
abstract class DefaultExportClient implements ExportClient {
    private final Generation generation;
    private final ExportRequests requests;
    private final ExportHistory history;
    private final ExportJobs jobs;
    private final Exports exports;

    DefaultExportClient(CxClient cx, Generation generation) {
        Api api = Require.present(cx, "cx").api(generation.family()).envelope(Envelope.BARE_OR_ENGAGE);
        ExportRequests jobRequests = new ExportRequests(api, generation, generation.jobsPrefix());
        this.generation = generation;
        this.requests = new ExportRequests(api, generation, generation.filesPrefix());
        this.history = new DefaultExportHistory(jobRequests);
        this.jobs = new DefaultExportJobs(jobRequests, history, cx);
        this.exports = new DefaultExports(new ExportServices(
                cx.baseUrl(generation.family()) + generation.jobsPrefix(),
                jobs,
                history,
                files(),
                generation.parts(),
                cx.timeSource(),
                cx::executeAsync));
    }

    final ExportRequests requests() {
        return requests;
    }

    @Override
    public Certificates certificates() {
        return new DefaultCertificates(requests);
    }

    @Override
    public ExportJobs jobs() {
        return jobs;
    }

    @Override
    public ExportHistory history() {
        return history;
    }

    @Override
    public final ExportFiles files() {
        return new DefaultExportFiles(requests);
    }

    @Override
    public Exports exports() {
        return exports;
    }

    @Override
    public Lookups data() {
        return new DefaultLookups(requests);
    }

    @Override
    public Call<VersionInfo> version() {
        return requests.get("/version").returning(VersionInfo.class);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName().replace("Default", "") + "[" + generation + "]";
    }
}
