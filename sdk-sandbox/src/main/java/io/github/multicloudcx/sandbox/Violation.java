package io.github.multicloudcx.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a request did not keep to the contract.
 *
 * @param operationId operation of the contract, null when the request matched none
 * @param method HTTP method
 * @param path raw path
 * @param problem one line, for example {@code body $.title is required}
 */
public record Violation(@Nullable String operationId, String method, String path, String problem) {
    /** The operation, or the request line when there is none, and the problem. */
    @Override
    public String toString() {
        return (operationId == null ? method + " " + path : operationId) + ": " + problem;
    }
}
