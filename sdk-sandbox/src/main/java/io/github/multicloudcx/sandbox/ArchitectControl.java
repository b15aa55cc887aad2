package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.architect.ArchitectService;
import io.github.multicloudcx.sandbox.internal.architect.ArchitectSettings;
import io.github.multicloudcx.sandbox.internal.architect.FlowState;
import io.github.multicloudcx.sandbox.internal.architect.SettingsEdits;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Architect behind the scenes: one client, one organization and one flow to begin with. Thread-safe. */
public final class ArchitectControl {
    private final ArchitectSettings settings;
    private final ArchitectService service;
    private final SandboxClock clock;
    private final ArchitectForms forms;

    ArchitectControl(ArchitectSettings settings, ArchitectService service, SandboxClock clock) {
        this.settings = settings;
        this.service = service;
        this.clock = clock;
        this.forms = new ArchitectForms(settings);
    }

    /**
     * Id of the client, which the gateway does not know.
     *
     * @return client id
     */
    public String clientId() {
        return ArchitectSettings.CLIENT;
    }

    /**
     * Secret of the client.
     *
     * @return client secret
     */
    public String clientSecret() {
        return ArchitectSettings.SECRET;
    }

    /**
     * Id of the organization.
     *
     * @return organization id
     */
    public String organizationId() {
        return ArchitectSettings.ORGANIZATION;
    }

    /**
     * Switches between forms that the tutorial leaves open.
     *
     * @return the switches
     */
    public ArchitectForms forms() {
        return forms;
    }

    /**
     * How long a token is good for that is issued from now on.
     *
     * @param lifetime time of the sandbox clock, 1 hour unless changed
     */
    public void tokenLifetime(Duration lifetime) {
        settings.tokenLifetime = lifetime;
    }

    /**
     * Sets what the client may be granted; tokens that are issued already keep what they have.
     *
     * @param scopes names such as {@code flow:read}; all five of the tutorial unless changed
     */
    public void scopes(Set<String> scopes) {
        settings.scopes = Set.copyOf(scopes);
    }

    /**
     * An access token with all scopes that the client may be granted, without asking the token endpoint.
     *
     * @return a valid access token
     */
    public String accessToken() {
        return service.tokens().issue(settings.scopes);
    }

    /** Makes every access token invalid: it is answered 401. */
    public void revokeTokens() {
        service.tokens().revokeAll();
    }

    /**
     * Limits the updates of the client; beyond the limit they are answered 429 with Retry-After.
     *
     * @param updates how many within a minute of the sandbox clock, those that fail included; no limit unless set
     * @throws IllegalArgumentException if that is less than 1
     */
    public void updatesPerMinute(int updates) {
        service.limit().perMinute(updates);
    }

    /**
     * Adds a flow with version 1 at the end of the list.
     *
     * @param id its id, a UUID in lower case if clients are to change it
     * @param name its name
     * @param settingsJson its settings, a JSON object
     * @throws IllegalArgumentException if there is such a flow already, or the settings are not a JSON object
     */
    public void addFlow(String id, String name, String settingsJson) {
        service.addFlow(id, name, settingsJson);
    }

    /**
     * Changes one value of a flow as another editor, which makes a new version even if the value is the same.
     *
     * @param flowId id of the flow
     * @param jsonPointer where in the settings, for example {@code /routing/maxWaitTime}. Objects on the way are made
     *     if need be, in place of whatever else is there; an index beyond the end of a list adds to it
     * @param valueJson the value as JSON
     * @throws IllegalArgumentException if there is no such flow, or pointer or value make no sense
     */
    public void edit(String flowId, String jsonPointer, String valueJson) {
        service.flow(flowId).edit(SettingsEdits.put(jsonPointer, valueJson), clock.now());
    }

    /**
     * Removes one value of a flow as another editor.
     *
     * @param flowId id of the flow
     * @param jsonPointer where in the settings
     * @throws IllegalArgumentException if there is no such flow or nothing there
     */
    public void removeSetting(String flowId, String jsonPointer) {
        service.flow(flowId).edit(SettingsEdits.remove(jsonPointer), clock.now());
    }

    /**
     * Has another editor overtake the next updates of a flow: just before each is looked at, it changes a value as
     * {@link #edit} does, so that the update is answered 409. Updates that are not looked at, such as those beyond the
     * limit, do not count.
     *
     * @param flowId id of the flow
     * @param patches how many updates, in place of those that are still to be overtaken; 0 for no more
     * @param jsonPointer where in the settings
     * @param valueJson the value as JSON
     * @throws IllegalArgumentException if there is no such flow, the number is negative, or pointer or value make no
     *     sense
     */
    public void interfere(String flowId, int patches, String jsonPointer, String valueJson) {
        if (patches < 0) {
            throw new IllegalArgumentException("The number of updates is negative: " + patches);
        }
        service.flow(flowId).overtake(patches, SettingsEdits.put(jsonPointer, valueJson));
    }

    /**
     * The flows.
     *
     * @return their ids in the order in which they were made, which is that of lists
     */
    public List<String> flowIds() {
        return service.flowIds();
    }

    /**
     * Version of a flow as it is now.
     *
     * @param flowId id of the flow
     * @return its version
     * @throws IllegalArgumentException if there is no such flow
     */
    public int version(String flowId) {
        return service.flow(flowId).current().version();
    }

    /**
     * Settings of a flow as they are now.
     *
     * @param flowId id of the flow
     * @return a JSON object
     * @throws IllegalArgumentException if there is no such flow
     */
    public String settings(String flowId) {
        return service.flow(flowId).current().settings().toString();
    }

    /**
     * All versions of a flow since the sandbox started.
     *
     * @param flowId id of the flow
     * @return its versions, the one it began with first
     * @throws IllegalArgumentException if there is no such flow
     */
    public List<FlowVersion> history(String flowId) {
        return service.flow(flowId).history().stream()
                .map(ArchitectControl::version)
                .toList();
    }

    private static FlowVersion version(FlowState state) {
        return new FlowVersion(state.version(), state.settings().toString(), state.by());
    }

    /**
     * The reloads that were asked for.
     *
     * @return ids of the organizations in the order of the requests; a request without one means its own
     */
    public List<String> reloads() {
        return service.reloads();
    }
}
