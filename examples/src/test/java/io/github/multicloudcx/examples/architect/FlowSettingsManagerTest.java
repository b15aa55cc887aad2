package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.sandbox.FlowVersion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FlowSettingsManagerTest {
    private final ArchitectDeployment it = new ArchitectDeployment();
    private final FlowSettingsManager manager = it.manager().build();

    @AfterEach
    void close() {
        it.close();
    }

    private FlowUpdateException refused(FlowChange change) {
        FlowUpdateException e = catchThrowableOfType(FlowUpdateException.class, () -> manager.update(change));
        assertThat(e.state()).isEqualTo(FlowState.AS_BEFORE);
        assertThat(it.audit.events()).endsWith(AuditEvent.REFUSED);
        assertThat(it.audit.last().message()).isEqualTo(e.getMessage());
        return e;
    }

    private void nothingWasPatched() {
        assertThat(it.sandbox.requests("patchFlow")).isEmpty();
        assertThat(it.architect.version(ArchitectDeployment.ID)).isEqualTo(14);
    }

    @Test
    void aChangeIsMadeReloadedAndWrittenDown() {
        FlowUpdate update = manager.update(it.change("{'routing':{'maxWaitTime':600},'m':{'a':[1]}}"));
        assertThat(it.settings())
                .isEqualTo(Json.of("{'routing':{'type':'longestAvailable','maxWaitTime':600},'m':{'a':[1]}}"));
        assertThat(update.changed()).isTrue();
        assertThat(update.before().version()).isEqualTo(14);
        assertThat(update.after().version()).isEqualTo(15);
        assertThat(update.tries()).isEqualTo(1);
        assertThat(update.diff()).containsExactly("+ /routing/maxWaitTime: 600", "+ /m/a: [1]");
        assertThat(update.warnings()).isEmpty();
        assertThat(it.architect.reloads()).containsExactly(it.architect.organizationId());
        assertThat(it.audit.events()).containsExactly(AuditEvent.CHANGING, AuditEvent.CHANGED, AuditEvent.RELOADED);
        AuditEntry changed = it.audit.entries.get(1);
        assertThat(changed.update()).isEqualTo(update.id());
        assertThat(changed.who()).isEqualTo("jane");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.attempts()).isEqualTo(1);
        assertThat(changed.latencyMs()).isNotNegative();
        assertThat(changed.trace())
                .isEqualTo(it.sandbox.requests("patchFlow").get(0).header("X-B3-TraceId"));
        assertThat(changed.time()).isEqualTo(it.clock.now());
        assertThat(changed.flow())
                .isEqualTo(new AuditEntry.FlowReference(
                        it.sandbox.baseUrl() + "/api/v2/architect/flows",
                        it.architect.organizationId(),
                        ArchitectDeployment.FLOW,
                        ArchitectDeployment.ID));
        assertThat(changed.version()).isEqualTo(15);
        assertThat(changed.changed()).containsExactly("/routing/maxWaitTime", "/m/a");
        assertThat(changed.before()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'}}"));
        assertThat(changed.after()).isEqualTo(it.settings());
    }

    @Test
    void whatIsSoAlreadyIsNotChanged() {
        FlowUpdate update = manager.update(it.change("{'routing':{'type':'longestAvailable','x':null}}"));
        assertThat(update.changed()).isFalse();
        assertThat(update.diff()).isEmpty();
        assertThat(it.audit.events()).containsExactly(AuditEvent.UNCHANGED);
        assertThat(it.architect.reloads()).isEmpty();
        nothingWasPatched();
    }

    @Test
    void whatOthersChangeElsewhereAtTheSameTimeStays() {
        it.architect.interfere(ArchitectDeployment.ID, 3, "/other", "{\"n\":1}");
        FlowUpdate update = manager.update(it.change("{'mine':2}"));
        assertThat(update.tries()).isEqualTo(4);
        assertThat(update.before().version()).isEqualTo(17);
        assertThat(it.settings())
                .isEqualTo(Json.of("{'routing':{'type':'longestAvailable'},'other':{'n':1},'mine':2}"));
        assertThat(it.audit.entries.get(it.audit.entries.size() - 2).before())
                .isEqualTo(Json.of("{'routing':{'type':'longestAvailable'},'other':{'n':1}}"));
    }

    @Test
    void whatOthersChangeInTheSamePlaceIsNotOverwritten() {
        it.architect.interfere(ArchitectDeployment.ID, 1, "/routing/type", "\"theirs\"");
        FlowUpdateException e = refused(it.change("{'routing':{'type':'mine'}}"));
        assertThat(e).isInstanceOf(FlowConflictException.class);
        assertThat(((FlowConflictException) e).diff())
                .containsExactly("! /routing/type: was \"longestAvailable\", is to be \"mine\", but is \"theirs\" now");
        assertThat(e).hasMessageStartingWith("Flow \"Primary Architecture Flow\" not changed: somebody else");
        assertThat(it.settings()).isEqualTo(Json.of("{'routing':{'type':'theirs'}}"));
        assertThat(it.audit.last().status()).isEqualTo(409);
        assertThat(it.audit.last().flow().id()).isEqualTo(ArchitectDeployment.ID);
    }

    @Test
    void theSameChangeMadeBySomebodyElseIsEnough() {
        it.architect.interfere(ArchitectDeployment.ID, 1, "/routing/type", "\"mine\"");
        FlowUpdate update = manager.update(it.change("{'routing':{'type':'mine'}}"));
        assertThat(update.changed()).isFalse();
        assertThat(update.tries()).isEqualTo(1);
        assertThat(it.audit.events()).containsExactly(AuditEvent.CHANGING, AuditEvent.UNCHANGED);
    }

    @Test
    void whoIsOvertakenEachTimeGivesUp() {
        it.architect.interfere(ArchitectDeployment.ID, 100, "/other", "1");
        FlowUpdateException e = refused(it.change("{'mine':2}"));
        assertThat(e).hasMessageContaining("409").hasMessageContaining("the flow is not at version");
        assertThat(it.sandbox.requests("patchFlow")).hasSize(10);
        assertThat(it.settings().has("mine")).isFalse();
    }

    @Test
    void everyViolationOfTheSchemaIsNamedAndNothingIsSent() {
        FlowChange change = new FlowChange(
                ArchitectDeployment.FLOW,
                it.architect.organizationId(),
                Json.of("{'routing':{'maxWaitTime':'long','type':5},'configurationMatrix':[1],"
                        + "'scopeDirectives':{'applyTo':['queue',2]}}"),
                null);
        FlowUpdateException e = refused(change);
        assertThat(((InvalidSettingsException) e).violations())
                .extracting(SchemaViolation::pointer)
                .containsExactly(
                        "/settings/configurationMatrix",
                        "/settings/routing/maxWaitTime",
                        "/settings/routing/type",
                        "/settings/scopeDirectives/applyTo/1");
        assertThat(e).hasMessageContaining("/settings/routing/maxWaitTime string found, integer expected");
        assertThat(it.audit.last().status()).isNull();
        nothingWasPatched();
    }

    @Test
    void aScopeThatTheTokenLacksIsNamedBeforeAnythingIsChanged() {
        it.architect.scopes(Set.of("architect:read", "flow:read", "architect:write"));
        FlowUpdateException e = refused(it.change("{'mine':1}"));
        assertThat(e)
                .hasMessage("Flow \"Primary Architecture Flow\" not changed: the OAuth client was not granted the"
                        + " scopes organization:read, flow:write");
        assertThat(it.audit.last().status())
                .as("of no call that went wrong or changed something")
                .isNull();
        nothingWasPatched();
    }

    @Test
    void aRefusalNamesTheScopesThatAreNeeded() {
        it.sandbox.faults().on("patchFlow").status(403);
        FlowUpdateException e = refused(it.change("{'mine':1}"));
        assertThat(e)
                .hasMessageContaining("needs the scopes organization:read, architect:write, flow:write")
                .hasCauseInstanceOf(ForbiddenException.class);
        assertThat(it.audit.last().status()).isEqualTo(403);
        it.sandbox.faults().on("listFlows").status(403);
        assertThat(refused(it.change("{'mine':1}"))).hasMessageContaining("needs the scopes architect:read, flow:read");
    }

    @Test
    void flowsThatItDependsOnMustExist() {
        it.architect.addFlow("11111111-0000-4000-8000-000000000000", "Billing", "{}");
        List<String> needed = List.of("Billing", "bill", "Sales");
        FlowChange change =
                new FlowChange(ArchitectDeployment.FLOW, it.architect.organizationId(), Json.of("{'mine':1}"), needed);
        assertThat(refused(change))
                .hasMessage("Flow \"Primary Architecture Flow\" not changed: it depends on flows that do not exist:"
                        + " bill, Sales");
        nothingWasPatched();
        FlowChange good = new FlowChange(
                ArchitectDeployment.FLOW, it.architect.organizationId(), Json.of("{'mine':1}"), List.of("Billing"));
        assertThat(manager.update(good).changed()).isTrue();
    }

    @Test
    void aScopeOfAnotherOrganizationIsRefused() {
        assertThat(refused(it.change("{'routing':{'scope':{'type':'org','id':'other'}}}")))
                .hasMessageContaining("/settings/routing/scope/id is not the organization");
        nothingWasPatched();
    }

    @Test
    void aFlowThatIsNotThereOrNotAloneIsRefused() {
        FlowChange absent = new FlowChange("primary", it.architect.organizationId(), Json.of("{'a':1}"), null);
        assertThat(refused(absent))
                .hasMessage("Not changed: no flow is named \"primary\" at " + it.sandbox.baseUrl()
                        + "/api/v2/architect/flows; there are \"Primary Architecture Flow\"");
        it.architect.addFlow("11111111-0000-4000-8000-000000000000", ArchitectDeployment.FLOW, "{}");
        assertThat(refused(it.change("{'a':1}")))
                .hasMessage("Not changed: several flows are named \"Primary Architecture Flow\": "
                        + ArchitectDeployment.ID + ", 11111111-0000-4000-8000-000000000000");
    }

    /** A change of settings that were not shown would wipe them out. */
    @Test
    void aFlowWhoseSettingsAreNotShownIsRefused() {
        it.architect.forms().entitiesWithoutSettings(true);
        assertThat(refused(it.change("{'a':1}"))).hasMessageContaining("did not return id, version and settings");
        nothingWasPatched();
    }

    @Test
    void anAnswerWithoutSettingsIsCompletedByReading() {
        it.architect.forms().patchAnswersWithoutSettings(true);
        FlowUpdate update = manager.update(it.change("{'a':1}"));
        assertThat(update.after().settings()).isEqualTo(it.settings());
        assertThat(it.audit.events()).contains(AuditEvent.CHANGED);
    }

    @Test
    void aReloadThatFailsIsAWarning() {
        it.sandbox.faults().on("reloadFlows").status(500);
        FlowUpdate update = manager.update(it.change("{'a':1}"));
        assertThat(update.changed()).isTrue();
        assertThat(update.warnings()).singleElement().asString().startsWith("not reloaded: 500");
        assertThat(it.audit.events())
                .containsExactly(AuditEvent.CHANGING, AuditEvent.CHANGED, AuditEvent.RELOAD_FAILED);
        assertThat(it.audit.last().status()).isEqualTo(500);
        assertThat(it.settings().has("a")).isTrue();
    }

    @Test
    void everyDocumentedSuccessOfAReloadIsOne() {
        for (int status : new int[] {200, 202, 204}) {
            it.architect.forms().reloadStatus(status);
            FlowUpdate update = manager.update(it.change("{'a':" + status + "}"));
            assertThat(update.warnings()).isEmpty();
            assertThat(it.audit.last().status()).isEqualTo(status);
        }
    }

    @Test
    void aPreviewShowsWhatWouldBeChangedAndChangesNothing() {
        FlowPreview preview = manager.preview(it.change("{'routing':{'maxWaitTime':'x','type':null}}"));
        assertThat(preview.flow().version()).isEqualTo(14);
        assertThat(preview.diff())
                .containsExactly("+ /routing/maxWaitTime: \"x\"", "- /routing/type: \"longestAvailable\"");
        assertThat(preview.violations())
                .containsExactly(
                        new SchemaViolation("/settings/routing/maxWaitTime", "string found, integer expected"));
        assertThat(it.audit.entries).isEmpty();
        nothingWasPatched();
    }

    @Test
    void anUpdateIsRepeatedAsThePolicyOfTheConnectionSays() {
        it.architect.updatesPerMinute(1);
        assertThat(manager.update(it.change("{'a':1}")).changed()).isTrue();
        assertThat(manager.update(it.change("{'a':2}")).changed()).isTrue();
        assertThat(it.audit.entries.get(4).attempts()).isEqualTo(2);
        assertThat(it.audit.entries.get(4).latencyMs()).isBetween(1_000L, 60_000L);
    }

    @Test
    void aServerThatAsksToWaitTooLongIsNotWaitedFor() {
        FlowSettingsManager hasty = it.manager(it.client(builder ->
                        builder.retryPolicy(RetryPolicy.standard().maxRetryAfter(java.time.Duration.ofSeconds(5)))))
                .build();
        it.sandbox.faults().on("patchFlow").retryAfter(429, "30");
        assertThatThrownBy(() -> hasty.update(it.change("{'a':1}")))
                .hasMessageContaining("429")
                .extracting(e -> ((FlowUpdateException) e).state())
                .isEqualTo(FlowState.AS_BEFORE);
    }

    @Test
    void theHistoryOfTheServerShowsWhoChangedWhat() {
        it.architect.interfere(ArchitectDeployment.ID, 1, "/other", "1");
        manager.update(it.change("{'a':1}"));
        assertThat(it.architect.history(ArchitectDeployment.ID))
                .extracting(FlowVersion::version, FlowVersion::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(14, "another editor"),
                        org.assertj.core.groups.Tuple.tuple(15, "another editor"),
                        org.assertj.core.groups.Tuple.tuple(16, it.architect.clientId()));
    }
}
