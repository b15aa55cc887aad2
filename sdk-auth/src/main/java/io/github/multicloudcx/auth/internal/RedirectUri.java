package io.github.multicloudcx.auth.internal;

import io.github.multicloudcx.core.internal.check.Require;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of redirect URIs (RFC 6749, section 3.1.2). */
public final class RedirectUri {
    private static final Set<String> WEB = Set.of("http", "https");

    private RedirectUri() {}

    /** The URI, which must be absolute and without a fragment. */
    public static URI check(@Nullable URI uri, String name) {
        URI checked = Require.present(uri, name);
        if (!checked.isAbsolute() || checked.isOpaque() || (web(checked) && checked.getRawAuthority() == null)) {
            throw new IllegalArgumentException(name + " must be absolute, such as https://app.example.com/callback");
        }
        if (checked.getRawFragment() != null) {
            throw new IllegalArgumentException(name + " must not have a fragment (the part from \"#\" on)");
        }
        return checked;
    }

    private static boolean web(URI uri) {
        return WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT));
    }
}
