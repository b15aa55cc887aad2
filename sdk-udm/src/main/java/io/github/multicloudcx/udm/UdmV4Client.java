package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.export.Exports;
import io.github.multicloudcx.udm.internal.DefaultUdmV4Client;
import io.github.multicloudcx.udm.model.VersionInfo;

/**
 * User Data Management API v4 (jobs and history) and v3 (certificates, files, lookup lists and version): exports of
 * contacts and interactions on deployments that have no v10.
 *
 * @deprecated the reference calls v4 and v3 deprecated; use {@link UdmClient}, whose methods are the same
 */
@Deprecated(since = "0.1.0")
public interface UdmV4Client extends ExportClient {
    /**
     * Makes the client of a connection.
     *
     * @param cx the connection
     * @return the client
     * @throws IllegalArgumentException when the connection has no base URL for this API
     * @deprecated use {@link UdmClient#create(CxClient)}
     */
    @Deprecated(since = "0.1.0")
    @SuppressWarnings("InlineMeSuggester") // what it calls is not exported
    static UdmV4Client create(CxClient cx) {
        return new DefaultUdmV4Client(cx);
    }

    /**
     * Returns the calls about the encryption certificate.
     *
     * @return certificates: {@code getCertificateV3} and {@code uploadCertificateV3}
     * @deprecated use {@link UdmClient#certificates()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    Certificates certificates();

    /**
     * Returns the calls about export jobs.
     *
     * @return export jobs: {@code listExportJobsV4}, {@code createExportJobV4}, {@code getExportJobV4},
     *     {@code updateExportJobV4}, {@code deleteExportJobV4}, {@code deleteExportJobsV4}, {@code cancelExportJobV4},
     *     {@code suspendExportJobV4} and {@code resumeExportJobV4}
     * @deprecated use {@link UdmClient#jobs()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    ExportJobs jobs();

    /**
     * Returns the calls about past and running exports.
     *
     * @return the export history: {@code listExportHistoryV4}, {@code getExportHistoryV4},
     *     {@code deleteExportHistoryV4}, {@code deleteExportHistoriesV4} and {@code getExportProgressV4}
     * @deprecated use {@link UdmClient#history()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    ExportHistory history();

    /**
     * Returns the calls about export files.
     *
     * @return export files: {@code listFileMetadatasV3}, {@code getFileLinksV3}, {@code downloadFileV3},
     *     {@code deleteFileV3} and {@code deleteFilesV3}
     * @deprecated use {@link UdmClient#files()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    ExportFiles files();

    /**
     * Returns exports in one call, made of the operations above.
     *
     * @return exports
     * @deprecated use {@link UdmClient#exports()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    Exports exports();

    /**
     * Returns the calls for lookup lists.
     *
     * @return lookup lists: {@code getJobStatusesV3}, {@code getSourcesV3}, {@code getTypesV3} and
     *     {@code getSubTypesV3}
     * @deprecated use {@link UdmClient#data()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    Lookups data();

    /**
     * Gets the version of the service.
     *
     * @return the call of {@code getVersionV3}
     * @deprecated use {@link UdmClient#version()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    Call<VersionInfo> version();
}
