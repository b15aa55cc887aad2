package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.export.Exports;
import io.github.multicloudcx.udm.internal.DefaultDataDownloadClient;
import io.github.multicloudcx.udm.model.VersionInfo;

/**
 * Cloud Data Download API v4 (jobs and history) and v3 (certificates, files, lookup lists and version): exports of
 * contacts and interactions on deployments that have no User Data Management.
 *
 * @deprecated the reference calls the whole API deprecated in favour of User Data Management; use {@link UdmClient}, whose
 *     methods are the same
 */
@Deprecated(since = "0.1.0")
public interface DataDownloadClient extends ExportClient {
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
    static DataDownloadClient create(CxClient cx) {
        return new DefaultDataDownloadClient(cx);
    }

    /**
     * Returns the calls about the encryption certificate.
     *
     * @return certificates: {@code cddsGetCertificateV3} and {@code cddsUploadCertificateV3}
     * @deprecated use {@link UdmClient#certificates()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    Certificates certificates();

    /**
     * Returns the calls about export jobs.
     *
     * @return export jobs: {@code cddsListExportJobsV4}, {@code cddsCreateExportJobV4}, {@code cddsGetExportJobV4},
     *     {@code cddsUpdateExportJobV4}, {@code cddsDeleteExportJobV4}, {@code cddsDeleteExportJobsV4},
     *     {@code cddsCancelExportJobV4}, {@code cddsSuspendExportJobV4} and {@code cddsResumeExportJobV4}
     * @deprecated use {@link UdmClient#jobs()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    ExportJobs jobs();

    /**
     * Returns the calls about past and running exports.
     *
     * @return the export history: {@code cddsListExportHistoryV4}, {@code cddsGetExportHistoryV4},
     *     {@code cddsDeleteExportHistoryV4}, {@code cddsDeleteExportHistoriesV4} and {@code cddsGetExportProgressV4}
     * @deprecated use {@link UdmClient#history()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    ExportHistory history();

    /**
     * Returns the calls about export files.
     *
     * @return export files: {@code cddsListFileMetadatasV3}, {@code cddsGetFileLinksV3}, {@code cddsDownloadFileV3},
     *     {@code cddsDeleteFileV3} and {@code cddsDeleteFilesV3}
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
     * @return lookup lists: {@code cddsGetJobStatusesV3}, {@code cddsGetSourcesV3}, {@code cddsGetTypesV3} and
     *     {@code cddsGetSubTypesV3}
     * @deprecated use {@link UdmClient#data()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    Lookups data();

    /**
     * Gets the version of the service.
     *
     * @return the call of {@code cddsGetVersionV3}
     * @deprecated use {@link UdmClient#version()}
     */
    @Deprecated(since = "0.1.0")
    @Override
    Call<VersionInfo> version();
}
