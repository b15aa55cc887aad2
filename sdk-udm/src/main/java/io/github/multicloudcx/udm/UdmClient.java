package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.internal.DefaultUdmClient;

/**
 * User Data Management API v10: exports of contacts and interactions.
 *
 * <pre>{@code
 * UdmClient udm = UdmClient.create(cx);
 * JobInfo job = udm.jobs().create(wanted).execute();
 * JobInfo done = udm.jobs().await(job.id()).timeout(Duration.ofHours(2)).execute();
 * Path file = udm.files().download(done.fileName()).to(Path.of("contacts.smime")).execute();
 * }</pre>
 */
public interface UdmClient extends ExportClient {
    /**
     * Makes the client of a connection.
     *
     * @param cx the connection
     * @return the client
     * @throws IllegalArgumentException when the connection has no base URL for this API
     */
    static UdmClient create(CxClient cx) {
        return new DefaultUdmClient(cx);
    }

    /**
     * Returns the calls for lookup lists.
     *
     * @return lookup lists, with those that only v10 has
     */
    @Override
    ReferenceData data();
}
