package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.udm.model.LookupList;
import org.jspecify.annotations.Nullable;

/**
 * Lookup lists of v10.
 *
 * <p>User Data Management API v10, "data" and "resources".
 */
public interface ReferenceData extends Lookups {
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
     * Lists labels; see "resources/labels" ({@code GET /v10/resources/labels}).
     *
     * @return the call
     */
    Call<LookupList> labels();
}
