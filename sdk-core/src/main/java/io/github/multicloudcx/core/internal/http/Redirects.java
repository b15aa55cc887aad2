package io.github.multicloudcx.core.internal.http;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Redirects, which are never followed by themselves. */
public final class Redirects {
    private Redirects() {}

    /** Whether the status points elsewhere. */
    public static boolean is(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Where the answer points to, or null when it does not say or when it leads from https to plain http. */
    public static @Nullable HttpUrl target(HttpUrl from, @Nullable String location) {
        HttpUrl target = location == null ? null : from.resolve(location);
        boolean downgrade = target != null && from.isHttps() && !target.isHttps();
        return downgrade ? null : target;
    }
}
