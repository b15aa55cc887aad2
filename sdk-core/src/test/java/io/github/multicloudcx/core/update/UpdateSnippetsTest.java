package io.github.multicloudcx.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.KeyedRateLimiter;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The snippets of docs/core.md about changes that others make too. */
class UpdateSnippetsTest {
    private final WireServer server = new WireServer();
    private final CxClient cx = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    record Queue(int version, JsonNode settings) {}

    private Call<Queue> read(String id) {
        return cx.request().get("/queues/{id}").path("id", id).returning(Queue.class);
    }

    private Call<Queue> change(String id, int version, JsonNode settings) {
        return cx.request()
                .patch("/queues/{id}")
                .path("id", id)
                .json(Map.of("version", version, "settings", settings))
                .returning(Queue.class);
    }

    @Test
    void aChangeIsMadeAnewWhenOthersAreFaster() throws Exception {
        server.answer(200, "{\"version\":1,\"settings\":{\"a\":1}}")
                .answer(200, "{\"version\":1,\"settings\":{\"a\":1}}")
                .answer(409, "{}")
                .answer(200, "{\"version\":2,\"settings\":{\"a\":1,\"theirs\":1}}")
                .answer(200, "{\"version\":3,\"settings\":{\"a\":2,\"theirs\":1}}");
        String id = "7";
        JsonNode patch = new ObjectMapper().readTree("{\"a\":2}");
        JsonChanges wanted = JsonChanges.of(read(id).execute().settings(), patch);
        Updated<Queue> done = OptimisticUpdate.<Queue>reading(() -> read(id).execute())
                .writing(queue -> {
                    List<JsonConflict> conflicts = wanted.conflicts(queue.settings());
                    if (!conflicts.isEmpty()) {
                        throw new IllegalStateException("somebody else changed the same values: " + conflicts);
                    }
                    return change(id, queue.version() + 1, wanted.applyTo(queue.settings()));
                })
                .timeSource(cx.timeSource())
                .execute();
        assertThat(done.tries()).isEqualTo(2);
        for (int i = 0; i < 4; i++) {
            var unused = server.take();
        }
        assertThat(server.take().getBody().utf8()).contains("\"version\":3", "\"settings\":{\"a\":2,\"theirs\":1}");
    }

    @Test
    void aLimitForEachKey() throws InterruptedException {
        String flowId = "7";
        KeyedRateLimiter perFlow = KeyedRateLimiter.of(new RateLimit(1, Duration.ofSeconds(10)), cx.timeSource());
        if (perFlow.acquire(flowId, Duration.ofSeconds(30)) == null) {
            throw new IllegalStateException("busy, try later"); // it would have had to wait longer than 30 s
        }
        assertThat(server.time.sleeps()).isEmpty();
    }
}
