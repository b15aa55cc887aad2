package io.github.multicloudcx.sandbox.internal.http;

import java.util.Locale;

/** The two addresses of a sandbox. */
public enum Origin {
    GATEWAY,
    STORAGE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
