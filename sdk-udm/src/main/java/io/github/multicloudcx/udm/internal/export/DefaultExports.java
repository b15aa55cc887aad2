package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.export.ExportRun;
import io.github.multicloudcx.udm.export.Exports;
import io.github.multicloudcx.udm.model.Job;

/** Exports of one generation of the API. */
public final class DefaultExports implements Exports {
    private final ExportServices services;

    public DefaultExports(ExportServices services) {
        this.services = services;
    }

    @Override
    public ExportRun run(Job job) {
        if (Require.present(job, "job").schedulerParam().cron() != null) {
            throw new IllegalArgumentException("job is a repeated one and never ends; create it with jobs().create, and"
                    + " run exports of its runs, which history().list() shows");
        }
        return new DefaultExportRun(services, new ExportTarget(job, null), RunOptions.DEFAULT);
    }

    @Override
    public ExportRun run(String jobId) {
        String id = Require.segment(jobId, "jobId");
        return new DefaultExportRun(services, new ExportTarget(null, id), RunOptions.DEFAULT);
    }
}
