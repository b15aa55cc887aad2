package io.github.multicloudcx.core.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.core.internal.http.Cleartext;
import io.github.multicloudcx.core.internal.http.Transport;
import io.github.multicloudcx.core.internal.http.UserAgent;
import io.github.multicloudcx.core.internal.json.Json;
import io.github.multicloudcx.core.internal.json.Models;
import io.github.multicloudcx.core.internal.log.Redactor;
import io.github.multicloudcx.core.internal.pipeline.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The settings of a client, checked. */
public final class ClientSettings {
    private final Draft draft;

    private ClientSettings(Draft draft) {
        this.draft = draft;
    }

    /** Settings while they are being made. */
    public static final class Draft {
        private final Map<ApiFamily, HttpUrl> bases = new EnumMap<>(ApiFamily.class);
        private @Nullable HttpUrl common;
        private final Set<String> cleartextHosts = new HashSet<>();
        public @Nullable String apiKey;
        public Credentials credentials = Credentials.none();
        public @Nullable OkHttpClient okHttpClient;
        public RetryPolicy retryPolicy = RetryPolicy.standard();
        public @Nullable RateLimit rateLimit;
        public Duration timeout = Duration.ofMinutes(2);
        public Duration connectTimeout = Duration.ofSeconds(10);
        public Duration readTimeout = Duration.ofSeconds(60);
        public int maxConcurrentCalls = 64;
        public long maxBodyBytes = 32L * 1024 * 1024;
        public TimeSource time = TimeSource.system();
        public final List<CallListener> listeners = new ArrayList<>();
        public boolean failOnUnknownFields;

        public void base(String url, String name) {
            common = BaseUrl.parse(url, name);
        }

        public void base(ApiFamily family, String url, String name) {
            bases.put(family, BaseUrl.parse(url, name));
        }

        public void allowCleartext(String host) {
            cleartextHosts.add(BaseUrl.host(host));
        }

        /** The settings, when they fit together. */
        public ClientSettings settings() {
            Json.checkVersion();
            if (common == null && bases.isEmpty()) {
                throw new IllegalArgumentException(
                        "baseUrl is required, for example https://gapi-use1.genesyscloud.com");
            }
            if (apiKey != null || credentials.secret()) {
                Cleartext cleartext = cleartext();
                for (HttpUrl url : urls()) {
                    cleartext.check(url);
                }
            }
            return new ClientSettings(this);
        }

        private Cleartext cleartext() {
            return new Cleartext(cleartextHosts);
        }

        private Set<HttpUrl> urls() {
            Set<HttpUrl> urls = new LinkedHashSet<>(bases.values());
            if (common != null) {
                urls.add(common);
            }
            return urls;
        }

        private Set<String> origins() {
            Set<String> origins = new HashSet<>();
            for (HttpUrl url : urls()) {
                origins.add(Engine.origin(url));
            }
            return Set.copyOf(origins);
        }
    }

    public HttpUrl base(ApiFamily family) {
        HttpUrl own = draft.bases.get(family);
        if (own == null && draft.common == null) {
            throw new IllegalArgumentException("baseUrl of " + family + " is not set, and there is no common baseUrl");
        }
        HttpUrl base = own == null ? commonBase() : own;
        String path = family.basePath();
        if (!path.isEmpty() && base.encodedPath().endsWith(path)) {
            throw new IllegalArgumentException(
                    "baseUrl of " + family + " must end before " + path + ", which the SDK adds; it is " + base);
        }
        return base;
    }

    public HttpUrl commonBase() {
        HttpUrl common = draft.common;
        if (common == null) {
            throw new IllegalArgumentException("baseUrl is not set, only those of " + draft.bases.keySet());
        }
        return common;
    }

    public Credentials credentials() {
        return draft.credentials;
    }

    public TimeSource time() {
        return draft.time;
    }

    public int maxConcurrentCalls() {
        return draft.maxConcurrentCalls;
    }

    public Transport transport() {
        return new Transport(
                draft.okHttpClient,
                new Transport.Limits(draft.connectTimeout, draft.readTimeout, draft.maxConcurrentCalls));
    }

    public Engine engine(Transport transport, TimeSource time) {
        Redactor redactor = new Redactor();
        if (draft.apiKey != null) {
            redactor.keep(draft.apiKey);
        }
        ObjectMapper mapper = Json.mapper(draft.failOnUnknownFields);
        return new Engine(
                transport,
                time,
                new ThreadRandom(),
                mapper,
                new Models(mapper),
                redactor,
                draft.apiKey,
                draft.cleartext(),
                UserAgent.value(),
                draft.origins(),
                draft.retryPolicy,
                draft.timeout,
                draft.maxBodyBytes,
                draft.rateLimit,
                List.copyOf(draft.listeners));
    }

    /** A random source that many threads may use; {@link ThreadLocalRandom} itself must not be handed about. */
    private static final class ThreadRandom implements java.util.random.RandomGenerator {
        @Override
        public long nextLong() {
            return ThreadLocalRandom.current().nextLong();
        }
    }

    @Override
    public String toString() {
        return draft.urls().stream().map(HttpUrl::toString).collect(Collectors.joining(", "));
    }
}
