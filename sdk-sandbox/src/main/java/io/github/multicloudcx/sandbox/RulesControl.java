package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.rules.RulesService;
import io.github.multicloudcx.sandbox.internal.rules.RulesSettings;
import io.github.multicloudcx.sandbox.internal.rules.RulesUsers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The Rules System behind the scenes: one user, one tenant with three targets, one rule package. It is reached with and
 * without application path. Thread-safe.
 */
public final class RulesControl {
    private static final String APPLICATION_PATH = "/genesys-rules-authoring";

    private final RulesSettings settings;
    private final RulesService service;
    private final URI gateway;
    private final RulesForms forms;

    RulesControl(RulesSettings settings, RulesService service, URI gateway) {
        this.settings = settings;
        this.service = service;
        this.gateway = gateway;
        this.forms = new RulesForms(settings);
    }

    /**
     * Base URL with application path, as from 8.5.3 on; without it, as before, it is {@link Sandbox#baseUrl()}.
     *
     * @return for example {@code http://127.0.0.1:8080/genesys-rules-authoring}
     */
    public URI baseUrl() {
        return URI.create(gateway + APPLICATION_PATH);
    }

    /**
     * Id of the user.
     *
     * @return user id
     */
    public String username() {
        return RulesUsers.USER;
    }

    /**
     * Password of the user as it is now.
     *
     * @return password
     */
    public String password() {
        return service.users().password();
    }

    /**
     * Id of the tenant.
     *
     * @return tenant id
     */
    public String tenantId() {
        return RulesService.TENANT;
    }

    /**
     * Id of the rule package.
     *
     * @return package id
     */
    public String packageId() {
        return RulesService.PACKAGE;
    }

    /**
     * Chooses the generation of the server.
     *
     * @param generation {@link RulesGeneration#V8_5_303} unless changed
     */
    public void generation(RulesGeneration generation) {
        settings.generation = generation;
    }

    /**
     * Switches between documented forms that no generation explains.
     *
     * @return the switches
     */
    public RulesForms forms() {
        return forms;
    }

    /**
     * Adds a target to the tenant.
     *
     * @param name its name
     * @param cluster whether it is a cluster
     */
    public void addTarget(String name, boolean cluster) {
        service.target(RulesService.TENANT, name, cluster ? "CLUSTER" : "SINGLE");
    }

    /**
     * Adds a rule package to the tenant.
     *
     * @param packageId its id
     */
    public void addPackage(String packageId) {
        service.addPackage(RulesService.TENANT, packageId);
    }

    /**
     * Sets what the user may do.
     *
     * @param permissions names such as {@code SNAPSHOT_VIEW}; all five unless changed
     */
    public void permissions(Set<String> permissions) {
        service.users().permissions(Set.copyOf(permissions));
    }

    /**
     * The permissions that there are.
     *
     * @return their names
     */
    public Set<String> allPermissions() {
        return service.users().allPermissions();
    }

    /**
     * Whether the user has no permission for the tenant.
     *
     * @param on false unless changed
     */
    public void denyTenant(boolean on) {
        service.deny(RulesService.TENANT, on);
    }

    /**
     * Adds a snapshot to the rule package, with a name that a request may not have.
     *
     * @param name any name
     */
    public void addSnapshot(String name) {
        service.addSnapshot(RulesService.TENANT, RulesService.PACKAGE, name);
    }

    /** Lets the password expire: login is answered 422 with code 1000 until it is changed. */
    public void expirePassword() {
        service.users().expirePassword();
    }

    /** Ends all sessions: their tokens are answered 401. */
    public void expireSessions() {
        service.users().expireSessions();
    }

    /**
     * The open sessions.
     *
     * @return their tokens in the order in which they were opened
     */
    public List<String> sessions() {
        return service.users().sessions();
    }

    /**
     * How many sessions there may be; one more is answered 503 with code 1003.
     *
     * @param sessions 16 unless changed
     */
    public void maxConnections(int sessions) {
        settings.maxConnections = sessions;
    }

    /**
     * Whether the user holds locked resources, so that only a forced logout is carried out.
     *
     * @param on false unless changed
     */
    public void lockedResources(boolean on) {
        settings.lockedResources = on;
    }

    /**
     * What is wrong with the rules: snapshots and deployments are answered 422 with these messages.
     *
     * @param messages none unless changed
     */
    public void packageErrors(List<String> messages) {
        settings.packageErrors = List.copyOf(messages);
    }

    /**
     * How long a deployment is PENDING.
     *
     * @param duration time of the sandbox clock, 1 second unless changed
     */
    public void deploymentDuration(Duration duration) {
        settings.duration = duration;
    }

    /**
     * After how many looks at the history a deployment ends, when its time is over.
     *
     * @param number 0 unless changed
     */
    public void looksUntilDeployed(int number) {
        settings.looks = number;
    }

    /**
     * Decides how deployments and undeployments end.
     *
     * @param decision asked once for each, with the name of the target; everything succeeds unless changed
     */
    public void deploymentsEnd(Function<String, RulesDeploymentEnd> decision) {
        settings.ends = decision;
    }

    /**
     * What runs on a target of the rule package.
     *
     * @param target name of the target
     * @return name of the snapshot or {@code LATEST}; nothing when nothing runs
     */
    public Optional<String> live(String target) {
        return Optional.ofNullable(service.live(RulesService.TENANT, RulesService.PACKAGE, target));
    }

    /**
     * The snapshots of the rule package.
     *
     * @return their names in the order in which they were taken
     */
    public List<String> snapshots() {
        return service.snapshots(RulesService.TENANT, RulesService.PACKAGE);
    }
}
