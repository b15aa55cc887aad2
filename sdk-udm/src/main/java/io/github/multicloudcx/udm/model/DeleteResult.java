package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.udm.internal.Copies;
import java.util.List;

/**
 * What a bulk delete did.
 *
 * <p>User Data Management API, "export/jobs", "export/history" and "files"; the answer for what was not deleted is
 * documented for v3 and v4 and read on v10 too.
 *
 * @param requested what was to be deleted
 * @param notDeleted what the server names as not deleted, as text whatever its JSON type
 */
public record DeleteResult(List<String> requested, List<String> notDeleted) {
    /**
     * Copies the lists.
     *
     * @param requested what was to be deleted
     * @param notDeleted what the server names as not deleted, as text whatever its JSON type
     */
    public DeleteResult {
        requested = Copies.of(requested);
        notDeleted = Copies.of(notDeleted);
    }

    /**
     * Returns what was deleted.
     *
     * @return what was requested without what was not deleted
     */
    public List<String> deleted() {
        return requested.stream().filter(item -> !notDeleted.contains(item)).toList();
    }

    /**
     * Tells whether everything was deleted.
     *
     * @return true when the server named nothing
     */
    public boolean complete() {
        return notDeleted.isEmpty();
    }
}
