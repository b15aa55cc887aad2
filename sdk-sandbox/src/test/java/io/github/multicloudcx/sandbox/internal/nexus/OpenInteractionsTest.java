package io.github.multicloudcx.sandbox.internal.nexus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.nexus.OpenInteractions.Key;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenInteractionsTest {
    private static final int CHANGES = 5_000;

    private final OpenInteractions interactions = new OpenInteractions();
    private final Key key = new Key(
            "cases", interactions.create("cases", Json.object()).orElseThrow().id(), null);

    private static JsonNode setting(String name, int value) {
        ObjectNode changes = Json.object();
        changes.putObject("changedProperties").put(name, value);
        return changes;
    }

    private static JsonNode deleting(String name) {
        ObjectNode changes = Json.object();
        changes.putArray("deletedProperties").add(name);
        return changes;
    }

    @Test
    void what_was_read_stays_as_it_was() {
        OpenInteraction before = interactions.update(key, setting("a", 1)).orElseThrow();
        OpenInteraction after = interactions.update(key, setting("a", 2)).orElseThrow();

        assertThat(before.json().at("/userData/a").asInt()).isEqualTo(1);
        assertThat(after.json().at("/userData/a").asInt()).isEqualTo(2);
        assertThat(interactions.find(key)).contains(after);
    }

    @Test
    void it_is_read_while_it_is_changed() {
        CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < CHANGES; i++) {
                var set = interactions.update(key, setting("p" + i % 10, i));
                var deleted = interactions.update(key, deleting("p" + (i + 5) % 10));
            }
        });
        while (!changing.isDone()) {
            assertThat(interactions.find(key).orElseThrow().json().has("userData"))
                    .isTrue();
        }
        changing.join();
    }

    @Test
    void of_changes_at_once_none_is_lost() {
        CompletableFuture<Void> a = CompletableFuture.runAsync(() -> count("a"));
        CompletableFuture<Void> b = CompletableFuture.runAsync(() -> count("b"));
        OpenInteraction stopped = interactions
                .stop(key, Json.object().put("reasonSystemName", "done"))
                .orElseThrow();
        CompletableFuture.allOf(a, b).join();

        assertThat(stopped.json().path("state").asText()).isEqualTo("stopped");
        JsonNode last = interactions.find(key).orElseThrow().json();
        assertThat(last.path("userData"))
                .isEqualTo(Json.object().put("a", CHANGES).put("b", CHANGES));
        assertThat(last.path("reasonSystemName").asText()).isEqualTo("done");
    }

    /** Each answer has the change that it answers, and the last one of this name is still there. */
    private void count(String name) {
        for (int i = 1; i <= CHANGES; i++) {
            JsonNode before = interactions.find(key).orElseThrow().json();
            assertThat(before.path("userData").path(name).asInt()).isEqualTo(i - 1);
            JsonNode after =
                    interactions.update(key, setting(name, i)).orElseThrow().json();
            assertThat(after.path("userData").path(name).asInt()).isEqualTo(i);
        }
    }
}
