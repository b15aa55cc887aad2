package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.openmedia.CreateInteraction;
import io.github.multicloudcx.nexus.openmedia.OpenMedia;
import io.github.multicloudcx.nexus.openmedia.OpenMediaInteraction;

record DefaultOpenMedia(CxClient cx, Api api, String service) implements OpenMedia {
    private static final String INTERACTIONS = "/openmedia/{openMediaService}/interactions";
    private static final String EXTERNAL = "ext_";

    @Override
    public CreateInteraction create() {
        return new DefaultCreateInteraction(this, JsonNodeFactory.instance.objectNode(), false);
    }

    @Override
    public OpenMediaInteraction byId(String interactionId) {
        if (Require.segment(interactionId, "interactionId").startsWith(EXTERNAL)) {
            throw new IllegalArgumentException(
                    "interactionId must not begin with ext_, which leads to external ids; use byExternalId");
        }
        return new DefaultOpenMediaInteraction(this, "interactionId", "/{interactionId}", interactionId);
    }

    @Override
    public OpenMediaInteraction byExternalId(String externalId) {
        return new DefaultOpenMediaInteraction(
                this, "externalId", "/" + EXTERNAL + "{externalId}", Require.partOfSegment(externalId, "externalId"));
    }

    ApiRequest get(String below) {
        return inService(api.get(INTERACTIONS + below));
    }

    ApiRequest post(String below) {
        return inService(api.post(INTERACTIONS + below));
    }

    private ApiRequest inService(ApiRequest request) {
        return request.path("openMediaService", service);
    }

    @Override
    public String toString() {
        return "OpenMedia[" + service + "]";
    }
}
