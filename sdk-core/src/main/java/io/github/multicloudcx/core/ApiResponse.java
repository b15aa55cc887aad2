package io.github.multicloudcx.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value together with how it came.
 *
 * @param <T> type of the value
 * @param value what the call returns
 * @param status HTTP status
 * @param headers headers of the answer; names compare without regard to case. They may hold secrets (cookies, links).
 * @param text the body as it was received, or null when it was streamed or absent. It may hold secrets.
 * @param envelope status object of the envelope, or null when the answer had none
 * @param errors what failed of a bulk request (code 2); empty otherwise
 * @param traceId value of the X-B3-TraceId header that was sent
 * @param attempts what was tried, the successful attempt last
 * @param elapsed from the beginning of the call until the value, all waiting included
 */
public record ApiResponse<T extends @Nullable Object>(
        T value,
        int status,
        Map<String, List<String>> headers,
        @Nullable String text,
        @Nullable ResponseStatus envelope,
        List<ResponseStatus> errors,
        String traceId,
        List<Attempt> attempts,
        Duration elapsed) {
    /**
     * Checks and copies.
     *
     * @param value what the call returns
     * @param status HTTP status
     * @param headers headers of the answer; names compare without regard to case. They may hold secrets (cookies,
     *     links).
     * @param text the body as it was received, or null when it was streamed or absent. It may hold secrets.
     * @param envelope status object of the envelope, or null when the answer had none
     * @param errors what failed of a bulk request (code 2); empty otherwise
     * @param traceId value of the X-B3-TraceId header that was sent
     * @param attempts what was tried, the successful attempt last
     * @param elapsed from the beginning of the call until the value, all waiting included
     */
    public ApiResponse {
        errors = List.copyOf(errors);
        attempts = List.copyOf(attempts);
    }

    /**
     * Returns a header.
     *
     * @param name name of the header, in any case
     * @return its first value, or null when it is absent
     */
    public @Nullable String header(String name) {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty()) {
                return header.getValue().get(0);
            }
        }
        return null;
    }

    /**
     * Returns the same answer with another value.
     *
     * @param <R> type of the other value
     * @param other the other value
     * @return a copy
     */
    public <R extends @Nullable Object> ApiResponse<R> withValue(R other) {
        return new ApiResponse<>(other, status, headers, text, envelope, errors, traceId, attempts, elapsed);
    }

    /** Leaves value, headers and text out, which may hold secrets. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + status + ", traceId=" + traceId + ", attempts=" + attempts.size() + ", elapsed="
                + elapsed + "]";
    }
}
