package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.openmedia.CreateInteraction;
import io.github.multicloudcx.nexus.openmedia.CreatedInteraction;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record DefaultCreateInteraction(DefaultOpenMedia service, ObjectNode data, boolean existing)
        implements CreateInteraction {
    @Override
    public CreateInteraction externalId(String id) {
        return with("externalId", Require.partOfSegment(id, "externalId"));
    }

    @Override
    public CreateInteraction parentInteractionId(String id) {
        return with("parentInteractionId", Require.text(id, "parentInteractionId"));
    }

    @Override
    public CreateInteraction receivedAt(String text) {
        return with("receivedAt", Require.text(text, "receivedAt"));
    }

    @Override
    public CreateInteraction receivedAt(Instant time) {
        return with("receivedAt", Require.present(time, "receivedAt").toString());
    }

    private CreateInteraction with(String field, String text) {
        return new DefaultCreateInteraction(service, data.deepCopy().put(field, text), existing);
    }

    @Override
    public CreateInteraction userData(String name, Object value) {
        return userData(Map.of(Require.text(name, "name"), Require.present(value, "value")));
    }

    @Override
    public CreateInteraction userData(Map<String, ?> values) {
        ObjectNode copy = data.deepCopy();
        ObjectNode userData = copy.withObjectProperty("userData");
        Require.present(values, "values")
                .forEach((name, value) ->
                        userData.set(Require.text(name, "name"), JsonValues.of(value, "value of " + name)));
        return new DefaultCreateInteraction(service, copy, existing);
    }

    @Override
    public CreateInteraction returnExisting() {
        return new DefaultCreateInteraction(service, data, true);
    }

    @Override
    public Call<CreatedInteraction> call() {
        String externalId = externalId();
        Call<CreatedInteraction> create = request(externalId).returningJson().map(json -> created(false, json));
        if (!existing) {
            return create;
        }
        if (externalId == null) {
            throw new IllegalStateException("returnExisting needs an externalId, by which the existing one is found");
        }
        Call<CreatedInteraction> get = service.byExternalId(externalId).get().map(json -> created(true, json));
        return new CreateOrGet(service.cx(), create, get, null);
    }

    private ApiRequest request(@Nullable String externalId) {
        ApiRequest request =
                service.post("").json(Map.of("data", data)).advice(404, "there is no open media service of this name");
        if (externalId == null) {
            return request;
        }
        return request.safeToRepeat()
                .adviceWhenRepeated(409, "an earlier attempt of this call may have created it")
                .advice(409, "an interaction with this externalId is there already; returnExisting() returns it");
    }

    private @Nullable String externalId() {
        JsonNode id = data.path("externalId");
        return id.isTextual() ? id.textValue() : null;
    }

    private static CreatedInteraction created(boolean existed, JsonNode json) {
        return new CreatedInteraction(existed, json);
    }

    /** Without ids and data, which may be personal. */
    @Override
    public String toString() {
        return "CreateInteraction";
    }
}
