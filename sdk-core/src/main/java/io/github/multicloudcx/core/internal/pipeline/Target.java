package io.github.multicloudcx.core.internal.pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a request goes. */
final class Target {
    private final HttpUrl url;
    private final String template;
    private final String origin;
    private volatile @Nullable URI uri;

    /**
     * Made of both forms of the address.
     *
     * @param url the address
     * @param template its path with unfilled placeholders, the base path of the API included
     */
    Target(HttpUrl url, String template) {
        this.url = url;
        this.template = template;
        this.origin = Engine.origin(url);
    }

    HttpUrl url() {
        return url;
    }

    String template() {
        return template;
    }

    /** Scheme, host and port. */
    String origin() {
        return origin;
    }

    /** The same as {@link HttpUrl#uri()}, which is dear, as long as the address holds nothing that no URI may hold. */
    URI uri() {
        URI made = uri;
        if (made == null) {
            try {
                made = new URI(url.toString());
            } catch (URISyntaxException e) {
                made = url.uri();
            }
            uri = made;
        }
        return made;
    }
}
