package io.github.multicloudcx.udm;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The generations of the API and how the reference names their operations. */
enum TestedApi {
    UDM_V10("", "V10", "V10", "/udm/v10", "/udm/v10", Clients::udm),
    UDM_V4("", "V4", "V3", "/udm/v4", "/udm/v3", Clients::v4),
    DATA_DOWNLOAD("cdds", "V4", "V3", "/data-download/v4", "/data-download/v3", Clients::dataDownload);

    static final List<TestedApi> OLDER = List.of(UDM_V4, DATA_DOWNLOAD);

    private final String idPrefix;
    private final String jobsVersion;
    private final String filesVersion;
    private final String jobsPath;
    private final String filesPath;
    private final Function<Clients, ExportClient> client;

    TestedApi(
            String idPrefix,
            String jobsVersion,
            String filesVersion,
            String jobsPath,
            String filesPath,
            Function<Clients, ExportClient> client) {
        this.idPrefix = idPrefix;
        this.jobsVersion = jobsVersion;
        this.filesVersion = filesVersion;
        this.jobsPath = jobsPath;
        this.filesPath = filesPath;
        this.client = client;
    }

    ExportClient client(Wire wire) {
        return client.apply(wire.clients);
    }

    ExportClient client(Deployment deployment) {
        return client.apply(deployment.clients);
    }

    /** The operationId of a call about jobs and history. */
    String jobsId(String name) {
        return id(name) + jobsVersion;
    }

    /** The operationId of any other call. */
    String filesId(String name) {
        return id(name) + filesVersion;
    }

    private String id(String name) {
        return idPrefix.isEmpty() ? name : idPrefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A path of jobs or history. */
    String jobs(String path) {
        return jobsPath + path;
    }

    /** Any other path. */
    String files(String path) {
        return filesPath + path;
    }

    /** What a value is on this API. */
    <T> T pick(T v10, T v4, T dataDownload) {
        return Map.of(UDM_V10, v10, UDM_V4, v4, DATA_DOWNLOAD, dataDownload).get(this);
    }

    /** Adds to a list what only v10 has. */
    <L> L onlyOnV10(L list, Function<L, L> filters) {
        return this == UDM_V10 ? filters.apply(list) : list;
    }

    String onlyOnV10(String text) {
        return this == UDM_V10 ? text : "";
    }
}
