package io.github.multicloudcx.udm.model;

import org.jspecify.annotations.Nullable;

/**
 * A link to an export file. Whoever has the link has the file, for as long as the link is good; how long is not
 * documented. Send no credentials to it.
 *
 * <p>User Data Management API v10, model "PreSignedUri".
 *
 * @param path the link, or null
 */
public record PreSignedUri(@Nullable String path) {
    /** The link without its query, which holds the signature. */
    @Override
    public String toString() {
        int query = path == null ? -1 : path.indexOf('?');
        return "PreSignedUri[path=" + (query < 0 || path == null ? path : path.substring(0, query) + "?****") + "]";
    }
}
