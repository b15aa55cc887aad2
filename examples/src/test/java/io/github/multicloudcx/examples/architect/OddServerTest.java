package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.examples.architect.StubServer.Said;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that do not do what they are asked to, or do not say what they have done. */
@Timeout(60)
class OddServerTest {
    private static final String ORGANIZATION = "b7c1d2e3-0f4a-4b5c-8d6e-7f8091a2b3c4";

    private String settings = "{\"a\":1}";
    private int version = 1;
    private boolean answersWithTheOldState;
    private UnaryOperator<String> patched = UnaryOperator.identity();
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
            settings = patched.apply(Json.of(request.body()).path("settings").toString());
            version++;
            return new Said(200, flow(answersWithTheOldState ? before : settings));
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

    private FlowUpdateException failed(FlowCheck check) {
        return catchThrowableOfType(
                FlowUpdateException.class, () -> manager(check).update(change()));
    }

    /** All that has changed since the version before is its doing. */
    @Test
    void whatItMakesOfTheChangeIsTakenBack() {
        patched = sent -> sent.replace("\"x\":1", "\"x\":2,\"y\":3");
        FlowUpdateException e = failed((before, after) -> {});
        assertThat(e.state()).isEqualTo(FlowState.AS_BEFORE);
        assertThat(e).hasMessageContaining("has not made all of the change; missing is ~ /x: 2 -> 1");
        assertThat(Json.of(settings)).isEqualTo(Json.of("{'a':1}"));
    }

    @Test
    void aRollBackThatItDoesNotMakeIsNoRollBack() {
        patched = sent -> "{\"a\":1,\"x\":1}";
        FlowUpdateException e = failed((before, after) -> {
            throw new IllegalStateException("no");
        });
        assertThat(e.state()).isEqualTo(FlowState.UNKNOWN);
        assertThat(e).hasMessageContaining("the server has not taken all of it back");
        assertThat(audit.last().event()).isEqualTo(AuditEvent.ROLL_BACK_FAILED);
    }

    @Test
    void anAnswerAboutAnotherFlowIsNotTrusted() {
        FlowPatch patch = new FlowPatch(ORGANIZATION, "mine", Json.of("{'x':1}"), 2);
        Flow other = new Flow("other", "f", null, 2, null, null, Json.of("{'x':1}"));
        assertThat(KnownFlow.patched(other, patch, "f").confirmed()).isFalse();
    }

    @Test
    void theFlowIsLookedAtBeforeTheChangeCountsAsFailed() {
        answersWithTheOldState = true;
        FlowUpdate update = manager((before, after) -> {}).update(change());
        assertThat(update.after().settings()).isEqualTo(Json.of("{'a':1,'x':1}"));
        assertThat(audit.events()).contains(AuditEvent.CHANGED);
    }

    @Test
    void aRollBackIsSentAndLookedAt() {
        answersWithTheOldState = true;
        FlowUpdateException e = failed((before, after) -> {
            throw new IllegalStateException("no");
        });
        assertThat(e.state()).isEqualTo(FlowState.AS_BEFORE);
        assertThat(Json.of(settings)).isEqualTo(Json.of("{'a':1}"));
        assertThat(audit.last().event()).isEqualTo(AuditEvent.ROLLED_BACK);
        assertThat(audit.last().after()).isEqualTo(Json.of("{'a':1}"));
    }
}
