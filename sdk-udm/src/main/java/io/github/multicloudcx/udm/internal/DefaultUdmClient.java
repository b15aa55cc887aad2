package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.ReferenceData;
import io.github.multicloudcx.udm.UdmClient;

/** User Data Management v10. */
public final class DefaultUdmClient extends DefaultExportClient implements UdmClient {
    /** A client of the connection. */
    public DefaultUdmClient(CxClient cx) {
        super(cx, Generation.UDM_V10);
    }

    @Override
    public ReferenceData data() {
        return new DefaultReferenceData(requests());
    }
}
