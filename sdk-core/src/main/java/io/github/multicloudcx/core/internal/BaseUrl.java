package io.github.multicloudcx.core.internal;

import io.github.multicloudcx.core.internal.check.Require;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Checks of base URLs. */
public final class BaseUrl {
    private BaseUrl() {}

    /** The URL without a slash at its end. */
    public static HttpUrl parse(@Nullable String text, String name) {
        String trimmed = Require.text(text, name).trim();
        HttpUrl url = HttpUrl.parse(trimmed);
        if (url == null || hasWhiteSpace(trimmed)) {
            throw new IllegalArgumentException(
                    name
                            + " is not an http or https URL with a host, such as https://gapi-use1.genesyscloud.com; begin it with https://");
        }
        if (url.query() != null
                || url.fragment() != null
                || !url.username().isEmpty()
                || !url.password().isEmpty()) {
            throw new IllegalArgumentException(name + " must not carry a user, a password, a query or a fragment");
        }
        String path = url.encodedPath();
        String root = path.replaceAll("/+$", "");
        return url.newBuilder().encodedPath(root.isEmpty() ? "/" : root).build();
    }

    private static boolean hasWhiteSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The host as a URL spells it: lower case, without brackets, in ASCII. */
    static String host(String name) {
        HttpUrl url = HttpUrl.parse("http://" + name + "/");
        return url == null ? name : url.host();
    }
}
