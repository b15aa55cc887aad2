package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.FaultBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each point at which an update can fail, once: every request of it in every way, every line of the audit log, an interrupt
 * at every request. Afterwards the flow is fully changed or fully as before, and the audit log says which.
 */
@Timeout(60)
class FailurePointsTest {
    private static final JsonNode BEFORE = Json.of("{'routing':{'type':'longestAvailable'}}");
    private static final JsonNode AFTER = Json.of("{'routing':{'maxWaitTime':600},'m':{'a':1}}");
    private static final String CHANGE = "{'routing':{'maxWaitTime':600,'type':null},'m':{'a':1}}";
    private static final int REQUESTS = 4;
    private static final int LINES = 3;

    private final ArchitectDeployment it = new ArchitectDeployment();

    @AfterEach
    void close() {
        it.close();
    }

    /** A way in which a request fails. */
    private record Way(String name, Consumer<FaultBuilder> fault) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> requestsAndWays() {
        List<Way> ways = List.of(
                new Way("400", fault -> fault.status(400)),
                new Way("401, revoked", FaultBuilder::expiredToken),
                new Way("401", fault -> fault.status(401)),
                new Way("403", fault -> fault.status(403)),
                new Way("404", fault -> fault.status(404)),
                new Way("409", fault -> fault.status(409)),
                new Way("429", fault -> fault.status(429)),
                new Way("429, Retry-After", fault -> fault.retryAfter(429, "2")),
                new Way("429, long Retry-After", fault -> fault.retryAfter(429, "7200")),
                new Way("500", fault -> fault.status(500)),
                new Way("503", fault -> fault.status(503)),
                new Way("reset", FaultBuilder::resetBeforeAnswer),
                new Way("answer lost", FaultBuilder::loseAnswer),
                new Way("answer cut off", fault -> fault.resetAfterBytes(5)),
                new Way("half of the JSON", FaultBuilder::truncatedJson),
                new Way("HTML", fault -> fault.html(200)),
                new Way("no body", fault -> fault.emptyBody(200)),
                new Way("other JSON", fault -> fault.status(200, "application/json", "[7]")));
        List<Arguments> all = new ArrayList<>();
        for (int request = 0; request < REQUESTS; request++) {
            for (Way way : ways) {
                all.add(Arguments.of(request, way));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "request {0}: {1}")
    @MethodSource("requestsAndWays")
    void everyRequestInEveryWay(int request, Way way) {
        way.fault().accept(it.sandbox.faults().onAny().after(request));
        outcome(it.manager().build());
        assertThat(it.sandbox.faults().pending()).as("the fault was met").isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyLineOfTheAuditLog(int line) {
        it.audit.failAt(line);
        FlowState state = outcome(it.manager().build());
        assertThat(state).isEqualTo(line == LINES - 1 ? FlowState.CHANGED : FlowState.AS_BEFORE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anInterruptAtEveryRequest(int request) {
        Thread updating = Thread.currentThread();
        AtomicInteger requests = new AtomicInteger();
        it.sandbox.onRequest(seen -> {
            if (requests.getAndIncrement() == request) {
                updating.interrupt();
            }
        });
        outcome(it.manager().build());
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aLookAtTheChangedFlow() {
        FlowState state = outcome(it.manager()
                .check((before, after) -> {
                    throw new IllegalStateException("calls are not routed any more");
                })
                .build());
        assertThat(state).isEqualTo(FlowState.AS_BEFORE);
        assertThat(it.audit.last().event()).isEqualTo(AuditEvent.ROLLED_BACK);
        assertThat(it.audit.last().message()).contains("rolled back: calls are not routed any more");
    }

    /** The first try was refused, so nothing was left in doubt when the second could not be written down. */
    @Test
    void aLineOfTheAuditLogAfterAConflict() {
        it.architect.interfere(ArchitectDeployment.ID, 1, "/routing/type", "\"longestAvailable\"");
        it.audit.failAt(1);
        assertThat(outcome(it.manager().build())).isEqualTo(FlowState.AS_BEFORE);
    }

    /** The change may still arrive. */
    @Test
    void aLineOfTheAuditLogAfterALostAnswer() {
        it.sandbox.faults().on("patchFlow").times(3).resetBeforeAnswer();
        it.audit.failAt(1);
        FlowUpdateException e = org.assertj.core.api.Assertions.catchThrowableOfType(
                FlowUpdateException.class, () -> it.manager().build().update(it.change(CHANGE)));
        assertThat(e.state()).isEqualTo(FlowState.UNKNOWN);
        assertThat(it.audit.last().event()).isEqualTo(AuditEvent.STATE_UNKNOWN);
    }

    @Test
    void anErrorInTheLook() {
        FlowState state = outcome(it.manager()
                .check((before, after) -> {
                    throw new AssertionError("\n expected:\n  something else\n");
                })
                .build());
        assertThat(state).isEqualTo(FlowState.AS_BEFORE);
        assertThat(it.audit.last().message()).endsWith("rolled back: expected: something else");
    }

    @Test
    void aServerThatDoesNotDoAllOfIt() {
        it.architect.forms().keepsRemovedKeys(true);
        FlowSettingsManager manager = it.manager().build();
        FlowState state = outcome(manager, "{'routing':{'type':null}}", BEFORE);
        assertThat(state).isEqualTo(FlowState.AS_BEFORE);
        assertThat(it.audit.last().message())
                .contains("has not made all of the change; missing is - /routing/type: \"longestAvailable\"");
    }

    /** Even when no line can be written, the flow is not left changed without a trace. */
    @Test
    void anAuditLogThatBreaksForGoodWithTheChange() {
        FlowSettingsManager manager =
                it.manager().check((before, after) -> it.audit.broken = true).build();
        FlowUpdateException e = org.assertj.core.api.Assertions.catchThrowableOfType(
                FlowUpdateException.class, () -> manager.update(it.change(CHANGE)));
        assertThat(e.state()).isEqualTo(FlowState.AS_BEFORE);
        assertThat(e).hasMessageContaining("rolled back: The audit log cannot be written");
        assertThat(e.getSuppressed()).hasSize(1);
        assertThat(it.settings()).isEqualTo(BEFORE);
        assertThat(it.audit.events()).containsExactly(AuditEvent.CHANGING);
    }

    private FlowState outcome(FlowSettingsManager manager) {
        return outcome(manager, CHANGE, AFTER);
    }

    /** Updates, and holds what the caller, the server and the audit log say against each other. */
    private FlowState outcome(FlowSettingsManager manager, String change, JsonNode after) {
        FlowState told;
        try {
            FlowUpdate update = manager.update(it.change(change));
            assertThat(update.changed()).isTrue();
            told = FlowState.CHANGED;
        } catch (FlowUpdateException e) {
            told = e.state();
            assertThat(e.getMessage()).doesNotContain("\n");
        }
        assertThat(told).isNotEqualTo(FlowState.UNKNOWN);
        assertThat(it.settings()).isEqualTo(told == FlowState.CHANGED ? after : BEFORE);
        assertThat(it.audit.states()).containsExactly(told);
        return told;
    }
}
