package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.http.CxHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one call does differently from its client. */
record CallOptions(@Nullable Duration timeout, @Nullable RetryPolicy retryPolicy, Map<String, String> headers) {
    static final CallOptions NONE = new CallOptions(null, null, Map.of());

    CallOptions timeout(Duration total) {
        return new CallOptions(Require.positive(total, "timeout"), retryPolicy, headers);
    }

    CallOptions retryPolicy(RetryPolicy policy) {
        return new CallOptions(timeout, Require.present(policy, "retryPolicy"), headers);
    }

    CallOptions header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(headerName(name), Require.headerValue(value, "header " + name));
        return new CallOptions(timeout, retryPolicy, more);
    }

    /** A name that callers may set. */
    static String headerName(String name) {
        if (CxHeaders.reserved(Require.headerName(name, "header name"))) {
            throw new IllegalArgumentException("header " + name
                    + " is set by the client; use apiKey, credentials or authorizedBy for who is calling");
        }
        return name;
    }
}
