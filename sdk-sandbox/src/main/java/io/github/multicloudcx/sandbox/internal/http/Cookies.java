package io.github.multicloudcx.sandbox.internal.http;

import org.jspecify.annotations.Nullable;

/** The cookies of a request. */
public final class Cookies {
    private Cookies() {}

    /** The value of the first cookie of this name. */
    public static @Nullable String value(Exchange exchange, String name) {
        for (String header : exchange.headers().all("Cookie")) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                    return unquoted(pair.substring(equals + 1).strip());
                }
            }
        }
        return null;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
