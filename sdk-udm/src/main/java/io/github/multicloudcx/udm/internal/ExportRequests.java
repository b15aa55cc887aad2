package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;

/** Requests to one version of the API; what they have in common stands here once. */
final class ExportRequests {
    private static final String ROLES = "needs the role UDM UCSX Exporter or iWD Administrator";

    private final Api api;
    private final Generation generation;
    private final String prefix;

    ExportRequests(Api api, Generation generation, String prefix) {
        this.api = api;
        this.generation = generation;
        this.prefix = prefix;
    }

    Generation generation() {
        return generation;
    }

    ApiRequest get(String path) {
        return advised(api.get(prefix + path));
    }

    ApiRequest post(String path) {
        return advised(api.post(prefix + path));
    }

    ApiRequest put(String path) {
        return advised(api.put(prefix + path));
    }

    ApiRequest delete(String path) {
        return advised(api.delete(prefix + path));
    }

    private static ApiRequest advised(ApiRequest request) {
        return request.advice(403, ROLES);
    }
}
