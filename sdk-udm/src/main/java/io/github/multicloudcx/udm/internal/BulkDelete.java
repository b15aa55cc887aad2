package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.model.DeleteResult;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes several things at once. A 500 with a bare array is no error but the list of what was left. */
final class BulkDelete {
    private BulkDelete() {}

    static Call<DeleteResult> of(ApiRequest request, String parameter, Collection<String> values, String name) {
        List<String> requested = Require.texts(values, name);
        if (requested.stream().anyMatch(value -> value.indexOf(',') >= 0)) {
            throw new IllegalArgumentException(name + " are sent separated by commas; none may contain one");
        }
        return request.query(parameter, requested)
                .returningNothing()
                .map(none -> new DeleteResult(requested, List.of()))
                .recover(e -> undeleted(requested, e));
    }

    /** Ids as texts, whether they are given as numbers, as answers have them, or as texts, as paths have them. */
    static List<String> ids(@Nullable Collection<?> ids) {
        return Require.present(ids, "ids").stream().map(BulkDelete::id).toList();
    }

    private static String id(@Nullable Object id) {
        if (id instanceof String || id instanceof Long || id instanceof Integer) {
            return id.toString();
        }
        throw new IllegalArgumentException("each of ids must be a text or a whole number");
    }

    private static @Nullable DeleteResult undeleted(List<String> requested, ApiException e) {
        return e.status() == 500 && !e.unprocessed().isEmpty()
                ? new DeleteResult(requested, Leftovers.names(e.unprocessed()))
                : null;
    }
}
