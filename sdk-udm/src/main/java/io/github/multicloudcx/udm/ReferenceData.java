package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.udm.model.LookupList;
import org.jspecify.annotations.Nullable;

/**
 * Lookup lists. The reference does not show their answers; {@link LookupList} has the JSON and, where it fits, more.
 *
 * <p>User Data Management API v10, "data" and "resources".
 */
public interface ReferenceData {
    /**
     * Lists attributes of interactions that can be filtered by; see "data/attributes"
     * ({@code GET /v10/data/attributes}).
     *
     * @return the call
     */
    default Call<LookupList> attributes() {
        return attributes(null);
    }

    /**
     * Lists attributes of some entities; see "data/attributes" ({@code GET /v10/data/attributes}).
     *
     * @param entities not described in the reference; null leaves it out
     * @return the call
     */
    Call<LookupList> attributes(@Nullable String entities);

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

    /**
     * Lists labels; see "resources/labels" ({@code GET /v10/resources/labels}).
     *
     * @return the call
     */
    Call<LookupList> labels();
}
