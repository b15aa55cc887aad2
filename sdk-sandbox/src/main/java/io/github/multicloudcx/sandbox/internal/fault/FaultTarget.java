package io.github.multicloudcx.sandbox.internal.fault;

import io.github.multicloudcx.sandbox.internal.http.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What a fault is aimed at, or what a request is.
 *
 * @param origin the origin
 * @param operationId the operation; null on a fault stands for any, on a request for none
 */
public record FaultTarget(Origin origin, @Nullable String operationId) {
    boolean covers(FaultTarget request) {
        return origin == request.origin && (operationId == null || operationId.equals(request.operationId));
    }
}
