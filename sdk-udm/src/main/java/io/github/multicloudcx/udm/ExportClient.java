package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.udm.export.Exports;
import io.github.multicloudcx.udm.model.VersionInfo;

/**
 * Exports of contacts and interactions, as every generation of the API has them. {@link UdmClient} is the current one;
 * the deprecated {@link UdmV4Client} and {@link DataDownloadClient} are for deployments that do not have it yet. Code that
 * takes an {@code ExportClient} works with each of them.
 *
 * <p>Where a generation lacks something, for example a filter, the method that asks for it throws an
 * {@link UnsupportedOperationException} that names it, before anything is sent.
 *
 * <p>Paths in the documentation of the parts are those of User Data Management v10. In v4 jobs and history are the same
 * below {@code /v4}, certificates, files, lookup lists and version below {@code /v3}.
 *
 * <p>Users need the role "UDM UCSX Exporter" or "iWD Administrator". Without it lists may be empty and records may seem
 * not to exist, with no error at all. Clients are thread-safe and need not be closed; the
 * {@link io.github.multicloudcx.core.CxClient} does.
 */
public interface ExportClient {
    /**
     * Returns the calls about the encryption certificate.
     *
     * @return certificates
     */
    Certificates certificates();

    /**
     * Returns the calls about export jobs.
     *
     * @return export jobs
     */
    ExportJobs jobs();

    /**
     * Returns the calls about past and running exports.
     *
     * @return the export history
     */
    ExportHistory history();

    /**
     * Returns the calls about export files.
     *
     * @return export files
     */
    ExportFiles files();

    /**
     * Returns exports in one call: create, wait, download, verify, decrypt, hand over.
     *
     * @return exports
     */
    Exports exports();

    /**
     * Returns the calls for lookup lists.
     *
     * @return lookup lists
     */
    Lookups data();

    /**
     * Gets the version of the service; see "Get service version" ({@code GET /v10/version}).
     *
     * @return the call
     */
    Call<VersionInfo> version();
}
