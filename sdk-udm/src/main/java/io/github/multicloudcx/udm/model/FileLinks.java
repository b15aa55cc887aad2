package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.udm.internal.Copies;
import java.util.List;

/**
 * Links to export files. When a file is missing, the server names the missing ones and gives no link at all: ask again
 * without them.
 *
 * <p>User Data Management API v10, "files".
 *
 * @param links the links; empty when files are missing
 * @param missing names of the files that are not there; empty when there is nothing missing
 */
public record FileLinks(List<PreSignedUri> links, List<String> missing) {
    /**
     * Copies the lists.
     *
     * @param links the links; empty when files are missing
     * @param missing names of the files that are not there; empty when there is nothing missing
     */
    public FileLinks {
        links = Copies.of(links);
        missing = Copies.of(missing);
    }

    /**
     * Tells whether every file was there.
     *
     * @return true when nothing is missing
     */
    public boolean complete() {
        return missing.isEmpty();
    }
}
