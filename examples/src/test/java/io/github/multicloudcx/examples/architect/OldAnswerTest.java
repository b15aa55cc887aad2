package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.examples.architect.StubServer.Said;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that answers an update with the state before it, as if it had not made the change, but it has. */
@Timeout(60)
class OldAnswerTest {
    private static final String ORGANIZATION = "b7c1d2e3-0f4a-4b5c-8d6e-7f8091a2b3c4";

    private String settings = "{\"a\":1}";
    private int version = 1;
    private final MemoryAudit audit = new MemoryAudit();
    private final StubServer server = new StubServer(this::answer);
    private final ArchitectClient client = ArchitectClient.connect(
            CxClient.builder().baseUrl(ApiFamily.ARCHITECT, server.url("").toString()),
            ArchitectEndpoints.standard(),
            "the-client",
            "the-secret");

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private synchronized Said answer(StubServer.Seen request) {
        if (request.path().endsWith("/token")) {
            return new Said(200, "{\"access_token\":\"abcdefgh\"}");
        }
        String before = settings;
        if (request.method().equals("PATCH")) {
            settings = Json.of(request.body()).path("settings").toString();
            version++;
            return new Said(200, flow(before));
        }
        return new Said(200, "{\"entities\":[" + flow(before) + "]}");
    }

    private String flow(String shown) {
        return "{\"id\":\"a1b2c3d4-e5f6-7890-abcd-ef1234567890\",\"name\":\"f\",\"version\":" + version
                + ",\"settings\":" + shown + "}";
    }

    private FlowSettingsManager manager(FlowCheck check) {
        return FlowSettingsManager.builder(client, audit)
                .interval(Duration.ZERO, Duration.ZERO)
                .check(check)
                .build();
    }

    private static FlowChange change() {
        return new FlowChange("f", ORGANIZATION, Json.of("{'x':1}"), null);
    }

    @Test
    void theFlowIsLookedAtBeforeTheChangeCountsAsFailed() {
        FlowUpdate update = manager((before, after) -> {}).update(change());
        assertThat(update.after().settings()).isEqualTo(Json.of("{'a':1,'x':1}"));
        assertThat(audit.events()).contains(AuditEvent.CHANGED);
    }

    @Test
    void aRollBackIsSentAndLookedAt() {
        FlowUpdateException e = catchThrowableOfType(
                FlowUpdateException.class,
                () -> manager((before, after) -> {
                            throw new IllegalStateException("no");
                        })
                        .update(change()));
        assertThat(e.state()).isEqualTo(FlowState.AS_BEFORE);
        assertThat(Json.of(settings)).isEqualTo(Json.of("{'a':1}"));
        assertThat(audit.last().event()).isEqualTo(AuditEvent.ROLLED_BACK);
        assertThat(audit.last().after()).isEqualTo(Json.of("{'a':1}"));
    }
}
