package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.UdmV4Client;

/** User Data Management v4 and v3. */
@SuppressWarnings("deprecation") // for as long as there are deployments without v10
public final class DefaultUdmV4Client extends DefaultExportClient implements UdmV4Client {
    /** A client of the connection. */
    public DefaultUdmV4Client(CxClient cx) {
        super(cx, Generation.UDM_V4);
    }
}
