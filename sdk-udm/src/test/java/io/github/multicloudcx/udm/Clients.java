package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.CxClient;

/**
 * The clients of all generations on one connection. The older ones are tested for as long as they are there.
 *
 * @param udm User Data Management v10
 * @param v4 User Data Management v4
 * @param dataDownload Cloud Data Download
 */
record Clients(UdmClient udm, ExportClient v4, ExportClient dataDownload) {
    @SuppressWarnings("deprecation")
    static Clients of(CxClient cx) {
        return new Clients(UdmClient.create(cx), UdmV4Client.create(cx), DataDownloadClient.create(cx));
    }
}
