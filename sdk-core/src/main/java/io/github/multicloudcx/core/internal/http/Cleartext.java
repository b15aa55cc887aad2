package io.github.multicloudcx.core.internal.http;

import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Secrets go over plain http to loopback only, unless the host was named.
 *
 * @param allowed hosts that were named, as URLs spell them
 */
public record Cleartext(Set<String> allowed) {
    public Cleartext {
        allowed = Set.copyOf(allowed);
    }

    /** Passes when secrets may go to the address. */
    public void check(HttpUrl url) {
        if (!url.isHttps() && !loopback(url.host()) && !allowed.contains(url.host())) {
            throw new IllegalArgumentException(
                    "baseUrl " + url.newBuilder().encodedPath("/").query(null).build()
                            + " is plain http: credentials would be readable on the way. Use https, or name the host with"
                            + " allowCleartext(\"" + url.host() + "\") or CX_ALLOW_CLEARTEXT="
                            + url.host() + " when that is acceptable");
        }
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("::1") || (host.startsWith("127.") && numbers(host));
    }

    /** No name ends in a number, so that this is an address of version 4. */
    private static boolean numbers(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
