package io.github.multicloudcx.core.internal.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Makes the addresses of one API; those without any placeholder or parameter once. */
public final class Addresses {
    /** More than any API has; callers who make up paths themselves must not fill the memory. */
    private static final int MOST_KEPT = 100;

    private final HttpUrl base;
    private final String basePath;
    private final Map<String, Target> fixed = new ConcurrentHashMap<>();

    public Addresses(HttpUrl base, String basePath) {
        this.base = base;
        this.basePath = basePath;
    }

    Target target(String path, Map<String, String> values, Entries<String, String> queries) {
        if (!values.isEmpty() || !queries.isEmpty()) {
            return make(path, values, queries);
        }
        Target kept = fixed.get(path);
        if (kept != null) {
            return kept;
        }
        Target made = make(path, values, queries);
        if (fixed.size() < MOST_KEPT) {
            fixed.put(path, made);
        }
        return made;
    }

    private Target make(String path, Map<String, String> values, Entries<String, String> queries) {
        String root = base.encodedPath().equals("/") ? "" : base.encodedPath();
        HttpUrl.Builder url = base.newBuilder().encodedPath(root + basePath + PathTemplate.expand(path, values));
        queries.forEach(url::addQueryParameter);
        return new Target(url.build(), basePath + path);
    }
}
