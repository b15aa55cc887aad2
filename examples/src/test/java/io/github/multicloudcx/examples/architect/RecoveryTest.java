package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;

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
        int index = it.audit.events().indexOf(event);
        AuditEntry intent = ofAnotherProcess(it.audit.entries.get(index));
        while (it.audit.entries.size() > index) {
            it.audit.entries.remove(index);
        }
        it.audit.entries.add(intent);
        return intent.update();
    }

    private static AuditEntry ofAnotherProcess(AuditEntry entry) {
        String here = ThisProcess.name().substring(0, ThisProcess.name().indexOf('/'));
        return new AuditEntry(
                entry.time(),
                entry.event(),
                entry.update(),
                entry.undoes(),
                entry.flow(),
                entry.version(),
                entry.who(),
                here + "/1/1999-01-01T00:00:00Z",
                null,
                null,
                null,
                null,
                entry.changed(),
                entry.before(),
                entry.after(),
                null);
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
        assertThat(end.message()).isEqualTo("found by a later update; the program ended before it wrote this down");
        manager.rollBack(null);
        manager.rollBack(null);
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'}}"));
    }

    @Test
    void aChangeThatHadNotBeenSentIsToldByTheVersion() {
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
                        it.architect.version(ArchitectDeployment.ID),
                        intent.who(),
                        intent.process(),
                        null,
                        null,
                        null,
                        null,
                        intent.changed(),
                        intent.before(),
                        intent.after(),
                        null));
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
        AuditEntry intent = it.audit.last();
        it.architect.edit(ArchitectDeployment.ID, "/a", "1");
        it.audit.entries.set(
                it.audit.entries.size() - 1,
                new AuditEntry(
                        intent.time(),
                        intent.event(),
                        killed,
                        null,
                        intent.flow(),
                        it.architect.version(ArchitectDeployment.ID),
                        intent.who(),
                        intent.process(),
                        null,
                        null,
                        null,
                        null,
                        intent.changed(),
                        intent.before(),
                        intent.after(),
                        null));
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

    @Test
    void whatIsUnderWayIsLeftAlone() {
        killedAfter(AuditEvent.CHANGING, "{'a':1}");
        AuditEntry intent = it.audit.last();
        for (String process : new String[] {ThisProcess.name(), "other-host/1/1999-01-01T00:00:00Z", "?", "a/b/c"}) {
            it.audit.entries.set(
                    it.audit.entries.indexOf(intent),
                    intent = new AuditEntry(
                            intent.time(),
                            intent.event(),
                            intent.update(),
                            null,
                            intent.flow(),
                            intent.version(),
                            intent.who(),
                            process,
                            null,
                            null,
                            null,
                            null,
                            intent.changed(),
                            intent.before(),
                            intent.after(),
                            null));
            manager.update(it.change("{'b':'" + process.length() + "'}"));
            String update = intent.update();
            assertThat(it.audit.entries)
                    .filteredOn(entry -> entry.update().equals(update))
                    .hasSize(1);
        }
    }
}
