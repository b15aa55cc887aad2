package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;

/** Requests to one generation of the API; what they have in common stands here once. */
final class UdmRequests {
    static final String ROLES = "needs the role UDM UCSX Exporter or iWD Administrator";

    private final Api api;
    private final String generation;

    UdmRequests(Api api, String generation) {
        this.api = api;
        this.generation = generation;
    }

    ApiRequest get(String path) {
        return advised(api.get(generation + path));
    }

    ApiRequest post(String path) {
        return advised(api.post(generation + path));
    }

    ApiRequest put(String path) {
        return advised(api.put(generation + path));
    }

    ApiRequest delete(String path) {
        return advised(api.delete(generation + path));
    }

    private static ApiRequest advised(ApiRequest request) {
        return request.advice(403, ROLES);
    }
}
