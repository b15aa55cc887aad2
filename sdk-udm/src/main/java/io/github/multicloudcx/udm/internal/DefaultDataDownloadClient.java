package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.DataDownloadClient;

/** Cloud Data Download v4 and v3. */
@SuppressWarnings("deprecation") // for as long as there are deployments without User Data Management
public final class DefaultDataDownloadClient extends DefaultExportClient implements DataDownloadClient {
    /** A client of the connection. */
    public DefaultDataDownloadClient(CxClient cx) {
        super(cx, Generation.DATA_DOWNLOAD);
    }
}
