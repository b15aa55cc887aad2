package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.openmedia.OpenMediaInteraction;
import io.github.multicloudcx.nexus.openmedia.StopInteraction;
import io.github.multicloudcx.nexus.openmedia.UpdateInteraction;
import java.util.Map;

/** An interaction behind either of the two doors. */
record DefaultOpenMediaInteraction(DefaultOpenMedia service, String name, String segment, String id)
        implements OpenMediaInteraction {
    @Override
    public Call<JsonNode> get() {
        return found(service.get(segment)).returningJson();
    }

    @Override
    public StopInteraction stop() {
        return new Stop(this, JsonNodeFactory.instance.objectNode());
    }

    @Override
    public UpdateInteraction update() {
        return new Update(this, JsonNodeFactory.instance.objectNode());
    }

    private Call<JsonNode> change(String operation, ObjectNode data) {
        return found(service.post(segment + operation))
                .json(Map.of("data", data))
                .returningJson();
    }

    private ApiRequest found(ApiRequest request) {
        return request.path(name, id)
                .advice(404, "there is no interaction with this " + name + ", or no open media service of this name");
    }

    /** Without the id. */
    @Override
    public String toString() {
        return "OpenMediaInteraction[by " + name + "]";
    }

    private record Stop(DefaultOpenMediaInteraction interaction, ObjectNode data) implements StopInteraction {
        @Override
        public StopInteraction reasonSystemName(String reason) {
            return with("reasonSystemName", reason);
        }

        @Override
        public StopInteraction reasonDescription(String text) {
            return with("reasonDescription", text);
        }

        private StopInteraction with(String field, String text) {
            return new Stop(interaction, data.deepCopy().put(field, Require.text(text, field)));
        }

        @Override
        public Call<JsonNode> call() {
            return interaction.change("/stop", data);
        }

        @Override
        public String toString() {
            return "StopInteraction";
        }
    }

    private record Update(DefaultOpenMediaInteraction interaction, ObjectNode data) implements UpdateInteraction {
        @Override
        public UpdateInteraction change(String property, Object value) {
            return with("changedProperties", property, value);
        }

        @Override
        public UpdateInteraction add(String property, Object value) {
            return with("addedProperties", property, value);
        }

        private UpdateInteraction with(String group, String property, Object value) {
            ObjectNode copy = data.deepCopy();
            copy.withObjectProperty(group).set(Require.text(property, "name"), JsonValues.of(value, "value"));
            return new Update(interaction, copy);
        }

        @Override
        public UpdateInteraction delete(String property) {
            ObjectNode copy = data.deepCopy();
            copy.withArrayProperty("deletedProperties").add(Require.text(property, "name"));
            return new Update(interaction, copy);
        }

        @Override
        public Call<JsonNode> call() {
            if (data.isEmpty()) {
                throw new IllegalStateException("There is no change; use change, add or delete before call");
            }
            return interaction.change("/update", data);
        }

        @Override
        public String toString() {
            return "UpdateInteraction";
        }
    }
}
