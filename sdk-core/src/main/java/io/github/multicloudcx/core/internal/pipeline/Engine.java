package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.core.internal.http.Cleartext;
import io.github.multicloudcx.core.internal.http.Transport;
import io.github.multicloudcx.core.internal.json.Models;
import io.github.multicloudcx.core.internal.log.Redactor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What all calls of one client share. */
public record Engine(
        Transport transport,
        TimeSource time,
        RandomGenerator random,
        ObjectMapper mapper,
        Models models,
        Redactor redactor,
        @Nullable String apiKey,
        Cleartext cleartext,
        String userAgent,
        Set<String> origins,
        RetryPolicy retryPolicy,
        Duration timeout,
        long maxBodyBytes,
        @Nullable RateLimit rateLimit,
        List<CallListener> listeners) {
    /** Scheme, host and port as one text, fit for a URI. */
    public static String origin(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return url.scheme() + "://" + host + ":" + url.port();
    }

    /** Whether the address belongs to the deployment, so that the API key may go there. */
    boolean own(Target target) {
        return origins.contains(target.origin());
    }
}
