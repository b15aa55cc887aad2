package io.github.multicloudcx.nexus.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.nexus.webhook.Interaction;
import io.github.multicloudcx.nexus.webhook.InteractionEvent;
import io.github.multicloudcx.nexus.webhook.InteractionEvents;
import io.github.multicloudcx.nexus.webhook.InteractionFinished;
import io.github.multicloudcx.nexus.webhook.InteractionStarted;
import io.github.multicloudcx.nexus.webhook.InteractionSubtype;
import io.github.multicloudcx.nexus.webhook.MediaType;
import io.github.multicloudcx.nexus.webhook.UnknownInteractionEvent;
import io.github.multicloudcx.nexus.webhook.WebhookBody;
import java.util.Locale;

/** Reads the interactions webhook. */
public final class EventReader {
    private EventReader() {}

    /** The events; whatever is absent or of another form than documented is only left out of the typed part. */
    public static InteractionEvents read(WebhookBody body) {
        JsonNode json = body.json();
        return new InteractionEvents(
                Fields.text(json, "operationId"),
                Fields.many(json.path("data").path("entities")).stream()
                        .map(EventReader::event)
                        .toList(),
                body);
    }

    private static InteractionEvent event(JsonNode json) {
        Interaction interaction = interaction(json.path("entity"));
        String name = Fields.text(json, "event");
        return switch (name == null ? "" : name.toUpperCase(Locale.ROOT)) {
            case "STARTED" -> new InteractionStarted(interaction);
            case "FINISHED" -> new InteractionFinished(interaction);
            default -> new UnknownInteractionEvent(name, interaction, json);
        };
    }

    private static Interaction interaction(JsonNode entity) {
        String mediaType = Fields.text(entity, "mediaType");
        String subtype = Fields.text(entity, "interactionSubtype");
        return new Interaction(
                Fields.text(entity, "id"),
                mediaType == null ? null : new MediaType(mediaType),
                subtype == null ? null : new InteractionSubtype(subtype),
                Fields.text(entity, "selfUri"),
                entity);
    }
}
