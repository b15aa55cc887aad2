package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.udm.model.LookupList;
import org.jspecify.annotations.Nullable;

/**
 * Lookup lists that every generation has. The reference does not show what v10 answers; {@link LookupList} has the JSON
 * and, where it fits, more.
 *
 * <p>User Data Management API v10, "data".
 */
public interface Lookups {
    /**
     * Lists job statuses; see "data/job-statuses" ({@code GET /v10/data/job-statuses}).
     *
     * @return the call
     */
    Call<LookupList> jobStatuses();

    /**
     * Lists sources of data; see "data/sources" ({@code GET /v10/data/sources}).
     *
     * @return the call
     */
    Call<LookupList> sources();

    /**
     * Lists data types of all sources; see "data/types" ({@code GET /v10/data/types}).
     *
     * @return the call
     */
    default Call<LookupList> types() {
        return types(null);
    }

    /**
     * Lists data types of a source; see "data/types" ({@code GET /v10/data/types}).
     *
     * @param source source of the data; null for all
     * @return the call
     */
    Call<LookupList> types(@Nullable String source);

    /**
     * Lists all entities; see "data/sub-types" ({@code GET /v10/data/sub-types}).
     *
     * @return the call
     */
    default Call<LookupList> subTypes() {
        return subTypes(null, null);
    }

    /**
     * Lists entities of a data type and source; see "data/sub-types" ({@code GET /v10/data/sub-types}).
     *
     * @param dataType data type; null for all
     * @param source source of the data; null for all
     * @return the call
     */
    Call<LookupList> subTypes(@Nullable String dataType, @Nullable String source);
}
