package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.Certificates;
import io.github.multicloudcx.udm.ExportFiles;
import io.github.multicloudcx.udm.ExportHistory;
import io.github.multicloudcx.udm.ExportJobs;
import io.github.multicloudcx.udm.ReferenceData;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.model.VersionInfo;

/** Generation v10. */
public final class UdmV10Client implements UdmClient {
    private final UdmRequests requests;
    private final ExportHistory history;
    private final ExportJobs jobs;

    private UdmV10Client(CxClient cx) {
        requests = new UdmRequests(cx.api(ApiFamily.UDM), "/v10");
        history = new HistoryV10(requests);
        jobs = new JobsV10(requests, history, cx);
    }

    /** A client of the connection. */
    public static UdmClient of(CxClient cx) {
        return new UdmV10Client(Require.present(cx, "cx"));
    }

    @Override
    public Certificates certificates() {
        return new CertificatesV10(requests);
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
    public ExportFiles files() {
        return new FilesV10(requests);
    }

    @Override
    public ReferenceData data() {
        return new ReferenceDataV10(requests);
    }

    @Override
    public Call<VersionInfo> version() {
        return requests.get("/version").returning(VersionInfo.class);
    }

    @Override
    public String toString() {
        return "UdmClient[v10]";
    }
}
