package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that were killed in the middle of an update. */
@Timeout(60)
class RecoveryTest {
    private final ArchitectDeployment it = new ArchitectDeployment();
    private final FlowSettingsManager manager = it.manager().build();

    @AfterEach
    void close() {
        it.close();
    }

    /** Makes a change, and forgets all that came after an event, as if the program had been killed there. */
    private String killedAfter(AuditEvent event, String settings) {
        FlowSettingsManager checking = event == AuditEvent.ROLLING_BACK
                ? it.manager()
                        .check((before, after) -> {
                            throw new IllegalStateException("no");
                        })
                        .build()
                : manager;
        try {
            var unused = checking.update(it.change(settings));
        } catch (FlowUpdateException e) {
            assertThat(event).isEqualTo(AuditEvent.ROLLING_BACK);
        }
        int index = it.audit.events().lastIndexOf(event);
        AuditEntry intent = ofAnotherProcess(it.audit.entries.get(index));
        while (it.audit.entries.size() > index) {
            it.audit.entries.remove(index);
        }
        it.audit.entries.add(intent);
        return intent.update();
    }

    private static AuditEntry ofAnotherProcess(AuditEntry entry) {
        String here = ThisProcess.name().substring(0, ThisProcess.name().indexOf('/'));
        return as(entry, entry.flow(), entry.version(), here + "/1/1999-01-01T00:00:00Z");
    }

    private static AuditEntry as(AuditEntry entry, AuditEntry.FlowReference flow, Integer version, String process) {
        return new AuditEntry(
                entry.time(),
                entry.event(),
                entry.update(),
                entry.undoes(),
                flow,
                version,
                entry.who(),
                process,
                null,
                null,
                null,
                null,
                entry.changed(),
                entry.before(),
                entry.after(),
                null);
    }

    /** As if the flow had the version that the last entry was about to change. */
    private void notSent() {
        AuditEntry intent = it.audit.last();
        int version = it.architect.version(ArchitectDeployment.ID);
        it.audit.entries.set(it.audit.entries.size() - 1, as(intent, intent.flow(), version, intent.process()));
    }

    private AuditEntry found(String update) {
        return it.audit.entries.stream()
                .filter(entry -> entry.update().equals(update) && entry.event().state() != null)
                .reduce((one, other) -> {
                    throw new AssertionError("two ends");
                })
                .orElseThrow();
    }

    @Test
    void aChangeThatHadBeenMadeIsFoundInTheFlow() {
        String killed = killedAfter(AuditEvent.CHANGING, "{'a':1}");
        manager.update(it.change("{'b':2}"));
        AuditEntry end = found(killed);
        assertThat(end.event()).isEqualTo(AuditEvent.CHANGED);
        assertThat(end.version()).isEqualTo(15);
        assertThat(end.message()).isEqualTo("found by a later run; the program ended before it wrote this down");
        manager.rollBack(null);
        manager.rollBack(null);
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'}}"));
    }

    @Test
    void aChangeThatHadNotBeenSentIsToldByTheVersion() {
        String killed = killedAfter(AuditEvent.CHANGING, "{'a':1}");
        notSent();
        manager.update(it.change("{'b':2}"));
        assertThat(found(killed).event()).isEqualTo(AuditEvent.REFUSED);
    }

    @Test
    void aRollBackThatHadBeenMadeIsFound() {
        String killed = killedAfter(AuditEvent.ROLLING_BACK, "{'a':1}");
        manager.update(it.change("{'b':2}"));
        assertThat(found(killed).event()).isEqualTo(AuditEvent.ROLLED_BACK);
    }

    @Test
    void aRollBackThatHadNotBeenMadeLeavesTheChange() {
        String killed = killedAfter(AuditEvent.ROLLING_BACK, "{'a':1}");
        it.architect.edit(ArchitectDeployment.ID, "/a", "1");
        notSent();
        manager.update(it.change("{'b':2}"));
        AuditEntry end = found(killed);
        assertThat(end.event()).isEqualTo(AuditEvent.CHANGED);
        assertThat(end.after().path("a").asInt()).isEqualTo(1);
        assertThat(end.before().has("a")).isFalse();
    }

    @Test
    void whatTheFlowDoesNotTellIsUnknown() {
        String killed = killedAfter(AuditEvent.CHANGING, "{'a':1}");
        it.architect.edit(ArchitectDeployment.ID, "/a", "7");
        manager.update(it.change("{'b':2}"));
        assertThat(found(killed).event()).isEqualTo(AuditEvent.STATE_UNKNOWN);
        String secret = killedAfter(AuditEvent.CHANGING, "{'password':'x'}");
        manager.update(it.change("{'b':3}"));
        assertThat(found(secret).event()).isEqualTo(AuditEvent.STATE_UNKNOWN);
    }

    /** It is the newest change, so it is what a roll back takes back, and not the one before. */
    @Test
    void aRollBackFindsIt() {
        manager.update(it.change("{'a':1}"));
        List<AuditEntry> earlier = List.copyOf(it.audit.entries);
        it.audit.entries.clear();
        String killed = killedAfter(AuditEvent.CHANGING, "{'b':2}");
        it.audit.entries.addAll(0, earlier);
        assertThat(manager.previewRollBack(null).diff()).containsExactly("- /b: 2");
        assertThat(it.audit.entries)
                .filteredOn(entry -> entry.update().equals(killed))
                .hasSize(1);
        manager.rollBack(null);
        assertThat(found(killed).event()).isEqualTo(AuditEvent.CHANGED);
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'},'a':1}"));
    }

    @Test
    void othersThatCameLaterLeaveADoubt() {
        String killed = killedAfter(AuditEvent.CHANGING, "{'a':1}");
        it.architect.edit(ArchitectDeployment.ID, "/z", "7");
        assertThatThrownBy(() -> manager.rollBack(null))
                .hasMessageContaining("does not say what became of update " + killed);
        assertThat(found(killed).event()).isEqualTo(AuditEvent.STATE_UNKNOWN);
    }

    @Test
    void whatIsUnderWayOrElsewhereIsLeftAlone() {
        killedAfter(AuditEvent.CHANGING, "{'a':1}");
        AuditEntry killed = it.audit.last();
        AuditEntry.FlowReference flow = killed.flow();
        List<AuditEntry> others = List.of(
                as(killed, flow, 14, ThisProcess.name()),
                as(killed, flow, 14, "other-host/1/1999-01-01T00:00:00Z"),
                as(killed, flow, 14, "?"),
                as(killed, flow, 14, null),
                as(
                        killed,
                        new AuditEntry.FlowReference("x", flow.organizationId(), flow.name(), flow.id()),
                        14,
                        killed.process()),
                as(
                        killed,
                        new AuditEntry.FlowReference(flow.address(), flow.organizationId(), flow.name(), "x"),
                        14,
                        killed.process()));
        for (int i = 0; i < others.size(); i++) {
            it.audit.entries.clear();
            it.audit.entries.add(others.get(i));
            manager.update(it.change("{'b':" + i + "}"));
            assertThat(it.audit.entries)
                    .filteredOn(entry -> entry.update().equals(killed.update()))
                    .hasSize(1);
        }
    }

    @Test
    void anEntryWithoutSettingsLeavesADoubtAndStopsNobody() {
        String killed = killedAfter(AuditEvent.CHANGING, "{'a':1}");
        AuditEntry intent = it.audit.last();
        it.audit.entries.set(
                0,
                new AuditEntry(
                        intent.time(),
                        intent.event(),
                        killed,
                        null,
                        intent.flow(),
                        null,
                        "x",
                        intent.process(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(manager.update(it.change("{'b':1}")).changed()).isTrue();
        assertThat(found(killed).event()).isEqualTo(AuditEvent.STATE_UNKNOWN);
    }
}
