package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RollBackTest {
    private final ArchitectDeployment it = new ArchitectDeployment();
    private final FlowSettingsManager manager = it.manager().build();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void theLastChangeIsTakenBackAndWhatOthersAddedSinceStays() {
        FlowUpdate update = manager.update(it.change("{'routing':{'type':'x'},'m':{'a':1}}"));
        it.architect.edit(ArchitectDeployment.ID, "/m/b", "2");
        assertThat(manager.previewRollBack(ArchitectDeployment.FLOW).diff())
                .containsExactly("- /m/a: 1", "~ /routing/type: \"x\" -> \"longestAvailable\"");
        FlowUpdate back = manager.rollBack(ArchitectDeployment.FLOW);
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'},'m':{'b':2}}"));
        assertThat(back.after().version()).isEqualTo(17);
        assertThat(it.audit.entries.get(it.audit.entries.size() - 2).undoes()).isEqualTo(update.id());
    }

    @Test
    void oneAfterTheOtherIsTakenBackAndNothingTwice() {
        manager.update(it.change("{'a':1}"));
        manager.update(it.change("{'a':2}"));
        manager.update(it.change("{'b':3}"));
        manager.rollBack(null);
        manager.rollBack(null);
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'},'a':1}"));
        manager.update(it.change("{'c':4}"));
        manager.rollBack(null);
        manager.rollBack(null);
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'}}"));
        assertThatThrownBy(() -> manager.rollBack(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the audit log has no change that could be taken back");
        assertThatThrownBy(() -> manager.rollBack("Other"))
                .hasMessage("the audit log has no change of flow \"Other\" that could be taken back");
    }

    @Test
    void whatOthersHaveChangedSinceIsAConflict() {
        manager.update(it.change("{'a':1}"));
        it.architect.edit(ArchitectDeployment.ID, "/a", "2");
        assertThatThrownBy(() -> manager.previewRollBack(null)).isInstanceOf(FlowConflictException.class);
        FlowConflictException e = catchThrowableOfType(FlowConflictException.class, () -> manager.rollBack(null));
        assertThat(e.diff()).containsExactly("! /a: was 1, is to be absent, but is 2 now");
        assertThat(it.settings().path("a").asInt()).isEqualTo(2);
    }

    @Test
    void secretsAreNotInTheLogAndCannotBeTakenBack() {
        String secret = "hunter2-hunter2";
        FlowUpdate update = manager.update(it.change(
                "{'db':{'password':'" + secret + "'},'m':{'p':{'key':'api-key','value':'" + secret + "'}},'other':1}"));
        assertThat(update.diff())
                .contains("+ /db/password: \"****\"", "+ /m/p/value: \"****\"", "+ /other: 1")
                .noneMatch(line -> line.contains(secret));
        assertThat(it.audit.entries.toString()).doesNotContain(secret);
        assertThat(it.settings().at("/db/password").asText()).isEqualTo(secret);
        assertThatThrownBy(() -> manager.rollBack(null))
                .hasMessageContaining(
                        "of flow \"Primary Architecture Flow\" changed secrets, whose values the audit log does not hold");
        manager.update(it.change("{'other':2}"));
        manager.rollBack(null);
        assertThat(it.settings().path("other").asInt()).isEqualTo(1);
        assertThat(it.settings().at("/db/password").asText()).isEqualTo(secret);
    }

    @Test
    void aConflictOverASecretDoesNotShowIt() {
        it.architect.edit(ArchitectDeployment.ID, "/password", "\"first-secret\"");
        it.architect.interfere(ArchitectDeployment.ID, 1, "/password", "\"their-secret\"");
        FlowConflictException e = catchThrowableOfType(
                FlowConflictException.class, () -> manager.update(it.change("{'password':'mine-secret'}")));
        assertThat(e.diff()).containsExactly("! /password: was \"****\", is to be \"****\", but is \"****\" now");
        assertThat(it.audit.entries.toString() + e).doesNotContain("-secret");
    }

    /** It was a secret by its name, and is not by its new one; the log has it as a secret. */
    @Test
    void anEntryThatWasRenamedIsNotFilledWithTheMask() {
        it.architect.edit(ArchitectDeployment.ID, "/m/p", "{\"key\":\"api_token\",\"value\":\"abcdefgh\"}");
        manager.update(it.change("{'m':{'p':{'key':'mode'}}}"));
        assertThatThrownBy(() -> manager.rollBack(null)).hasMessageContaining("changed secrets");
        assertThat(it.settings().at("/m/p/value").asText()).isEqualTo("abcdefgh");
    }

    @Test
    void whatStandsInSomethingSecretIsSecret() {
        manager.update(it.change("{'credentials':{'user':'first-user'}}"));
        manager.update(it.change("{'credentials':{'user':'other-user'}}"));
        assertThat(it.audit.entries.toString()).doesNotContain("-user");
        assertThatThrownBy(() -> manager.rollBack(null)).hasMessageContaining("changed secrets");
    }

    @Test
    void aSecretThatSomebodyElseRemovedIsNotShown() {
        it.architect.edit(ArchitectDeployment.ID, "/password", "\"first-secret\"");
        it.architect.interfere(ArchitectDeployment.ID, 1, "/password", "null");
        FlowConflictException e =
                catchThrowableOfType(FlowConflictException.class, () -> manager.update(it.change("{'password':null}")));
        assertThat(e.diff())
                .singleElement()
                .asString()
                .contains("was \"****\", is to be absent")
                .doesNotContain("first");
    }

    /** What stands in the log fitted once; what was there before need not fit. */
    @Test
    void whatWasThereBeforeNeedNotFitTheSchema(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("s.json"),
                "{\"properties\":{\"settings\":{\"properties\":{\"a\":{\"minimum\":500}}}}}");
        FlowSettingsManager strict =
                it.manager().schema(SettingsSchema.read(file)).build();
        it.architect.edit(ArchitectDeployment.ID, "/a", "300");
        assertThatThrownBy(() -> strict.update(it.change("{'a':400}"))).isInstanceOf(InvalidSettingsException.class);
        strict.update(it.change("{'a':600}"));
        assertThat(strict.previewRollBack(null).violations()).isEmpty();
        strict.rollBack(null);
        assertThat(it.settings().path("a").asInt()).isEqualTo(300);
    }

    @Test
    void aChangeThatNobodyKnowsTheEndOfIsNotPassedOver() {
        manager.update(it.change("{'a':1}"));
        FlowSettingsManager checking = it.manager()
                .check((before, after) -> {
                    it.architect.edit(ArchitectDeployment.ID, "/b", "3");
                    throw new IllegalStateException("no");
                })
                .build();
        assertThatThrownBy(() -> checking.update(it.change("{'b':2}"))).isInstanceOf(FlowUpdateException.class);
        assertThatThrownBy(() -> manager.rollBack(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "does not say what became of update " + it.audit.last().update());
        manager.update(it.change("{'b':4}"));
        manager.rollBack(null);
        assertThat(it.settings().path("b").asInt()).isEqualTo(3);
    }

    @Test
    void changesOfOtherDeploymentsAndOfOtherFlowsOfThatNameAreNotTaken() {
        manager.update(it.change("{'a':1}"));
        AuditEntry entry = it.audit.entries.get(1);
        it.audit.entries.set(
                1,
                of(
                        entry,
                        new AuditEntry.FlowReference(
                                "https://other.example.com/flows",
                                entry.flow().organizationId(),
                                entry.flow().name(),
                                entry.flow().id())));
        it.audit.entries.remove(0);
        assertThatThrownBy(() -> manager.rollBack(null)).hasMessageContaining("no change that could be taken back");
        it.audit.entries.set(
                0,
                of(
                        entry,
                        new AuditEntry.FlowReference(
                                entry.flow().address(),
                                entry.flow().organizationId(),
                                entry.flow().name(),
                                "another-id")));
        assertThatThrownBy(() -> manager.rollBack(null))
                .isInstanceOf(FlowUpdateException.class)
                .hasMessageContaining("it is not the flow of update");
        assertThat(it.settings().path("a").asInt()).isEqualTo(1);
    }

    private static AuditEntry of(AuditEntry entry, AuditEntry.FlowReference flow) {
        return new AuditEntry(
                entry.time(),
                entry.event(),
                entry.update(),
                null,
                flow,
                entry.version(),
                entry.who(),
                entry.process(),
                null,
                null,
                null,
                null,
                entry.changed(),
                entry.before(),
                entry.after(),
                null);
    }

    /** The check is made after the change; somebody adds a key before it fails. */
    @Test
    void aRollBackLeavesWhatOthersAddedMeanwhile() {
        FlowSettingsManager checking = it.manager()
                .check((before, after) -> {
                    it.architect.edit(ArchitectDeployment.ID, "/m/theirs", "1");
                    throw new IllegalStateException("no");
                })
                .build();
        FlowUpdateException e = catchThrowableOfType(
                FlowUpdateException.class,
                () -> checking.update(it.change("{'m':{'mine':2},'routing':{'type':null}}")));
        assertThat(e.state()).isEqualTo(FlowState.AS_BEFORE);
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'},'m':{'theirs':1}}"));
        assertThat(it.audit.events())
                .containsExactly(AuditEvent.CHANGING, AuditEvent.ROLLING_BACK, AuditEvent.ROLLED_BACK);
        assertThat(it.audit.last().version()).isEqualTo(17);
    }

    @Test
    void aRollBackThatWouldUndoWhatOthersDidIsNotMadeAndSaysSo() {
        FlowSettingsManager checking = it.manager()
                .check((before, after) -> {
                    it.architect.edit(ArchitectDeployment.ID, "/mine", "3");
                    throw new IllegalStateException("no");
                })
                .build();
        FlowUpdateException e =
                catchThrowableOfType(FlowUpdateException.class, () -> checking.update(it.change("{'mine':2}")));
        assertThat(e.state()).isEqualTo(FlowState.UNKNOWN);
        assertThat(e)
                .hasMessageContaining(
                        "was changed to version 15 and could not be rolled back, look at its settings: no;"
                                + " then Flow \"Primary Architecture Flow\" not changed: somebody else");
        assertThat(it.audit.events()).containsExactly(AuditEvent.CHANGING, AuditEvent.ROLL_BACK_FAILED);
        assertThat(it.settings().path("mine").asInt()).isEqualTo(3);
    }

    /** As assertions do, which show what they found. */
    @Test
    void whatACheckSaysIsCleanedOfSecrets() {
        FlowSettingsManager checking = it.manager()
                .check((before, after) -> {
                    throw new AssertionError("expected nothing, but was " + after.settings());
                })
                .build();
        FlowUpdateException e = catchThrowableOfType(
                FlowUpdateException.class, () -> checking.update(it.change("{'password':'hunter2-hunter2'}")));
        assertThat(e).hasMessageContaining("\"password\":\"****\"").hasMessageNotContaining("hunter2");
        assertThat(it.audit.entries.toString()).contains("expected nothing").doesNotContain("hunter2");
    }

    @Test
    void aRollBackThatMeetsADeadServerSaysSo() {
        FlowSettingsManager checking = it.manager()
                .check((before, after) -> {
                    it.sandbox.faults().onAny().times(1000).status(500);
                    throw new IllegalStateException("no");
                })
                .build();
        FlowUpdateException e =
                catchThrowableOfType(FlowUpdateException.class, () -> checking.update(it.change("{'mine':2}")));
        assertThat(e.state()).isEqualTo(FlowState.UNKNOWN);
        assertThat(it.audit.last().event()).isEqualTo(AuditEvent.ROLL_BACK_FAILED);
        assertThat(it.settings().path("mine").asInt()).isEqualTo(2);
    }

    @Test
    void aLostAnswerIsWrittenDownWithoutWhatOthersAddedSince() {
        it.sandbox.faults().on("patchFlow").loseAnswer();
        it.sandbox.onAnswer(seen -> {
            if ("patchFlow".equals(seen.operationId()) && !it.settings().has("theirs")) {
                it.architect.edit(ArchitectDeployment.ID, "/theirs", "1");
            }
        });
        FlowUpdate update = manager.update(it.change("{'mine':2}"));
        assertThat(update.after().version()).isEqualTo(15);
        assertThat(update.after().settings().has("theirs")).isFalse();
        manager.rollBack(null);
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'},'theirs':1}"));
    }
}
