package io.github.multicloudcx.core;

import java.util.List;

/**
 * A value together with what failed of a bulk request.
 *
 * @param <T> type of the value
 * @param value what was done or found
 * @param errors what failed (code 2); empty when nothing did
 */
public record WithErrors<T>(T value, List<ResponseStatus> errors) {
    /**
     * Copies the list.
     *
     * @param value what was done or found
     * @param errors what failed (code 2); empty when nothing did
     */
    public WithErrors {
        errors = List.copyOf(errors);
    }

    /** Leaves the value out, which may hold secrets. */
    @Override
    public String toString() {
        return "WithErrors[errors=" + errors.size() + "]";
    }
}
