package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.udm.ReferenceData;
import io.github.multicloudcx.udm.model.LookupList;
import org.jspecify.annotations.Nullable;

final class DefaultReferenceData extends DefaultLookups implements ReferenceData {
    DefaultReferenceData(ExportRequests requests) {
        super(requests);
    }

    @Override
    public Call<LookupList> attributes(@Nullable String entities) {
        return list(requests.get("/data/attributes").query("entities", optional(entities, "entities")));
    }

    @Override
    public Call<LookupList> labels() {
        return list(requests.get("/resources/labels"));
    }
}
