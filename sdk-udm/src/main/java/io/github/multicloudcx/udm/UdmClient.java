package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.internal.UdmV10Client;
import io.github.multicloudcx.udm.model.VersionInfo;

/**
 * User Data Management API v10: exports of contacts and interactions.
 *
 * <pre>{@code
 * UdmClient udm = UdmClient.create(cx);
 * JobInfo job = udm.jobs().create(wanted).execute();
 * JobInfo done = udm.jobs().await(job.id()).timeout(Duration.ofHours(2)).execute();
 * Path file = udm.files().download(done.fileName()).to(Path.of("contacts.smime")).execute();
 * }</pre>
 *
 * <p>Users need the role "UDM UCSX Exporter" or "iWD Administrator". Without it lists may be empty and records may seem
 * not to exist, with no error at all. Clients are thread-safe and need not be closed; the {@link CxClient} does.
 */
public interface UdmClient {
    /**
     * Makes the client of a connection.
     *
     * @param cx the connection
     * @return the client
     * @throws IllegalArgumentException when the connection has no base URL for this API
     */
    static UdmClient create(CxClient cx) {
        return UdmV10Client.of(cx);
    }

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
     * Returns the calls for lookup lists.
     *
     * @return lookup lists
     */
    ReferenceData data();

    /**
     * Gets the version of the service; see "Get service version" ({@code GET /v10/version}).
     *
     * @return the call
     */
    Call<VersionInfo> version();
}
