package io.github.multicloudcx.sandbox.internal.rules;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The Rules System. */
public final class RulesService {
    public static final String TENANT = "1";
    public static final String PACKAGE = "100";

    private final RulesSettings settings;
    private final SandboxClock clock;
    private final RulesUsers users;
    private final Map<String, RulesTenant> tenants = new ConcurrentHashMap<>();
    private final RulesAccess access;

    public RulesService(RulesSettings settings, SandboxClock clock, Secrets secrets) {
        this.settings = settings;
        this.clock = clock;
        this.users = new RulesUsers(secrets);
        this.access = new RulesAccess(users, tenants);
        target(TENANT, "GRE_1", "SINGLE");
        target(TENANT, "GRE_2", "SINGLE");
        target(TENANT, "GRE_CLUSTER", "CLUSTER");
        addPackage(TENANT, PACKAGE);
    }

    public void register(Map<String, OperationHandler> handlers) {
        RulesAnswers answers = new RulesAnswers(settings);
        new SessionOperations(users, settings, answers).register(handlers);
        new PackageOperations(access, settings, answers, clock).register(handlers);
    }

    public RulesUsers users() {
        return users;
    }

    public void target(String tenantId, String name, String type) {
        tenant(tenantId).target(name, type);
    }

    public void addPackage(String tenantId, String packageId) {
        var unused = tenant(tenantId).add(packageId);
    }

    public void deny(String tenantId, boolean on) {
        access.deny(tenantId, on);
    }

    public void addSnapshot(String tenantId, String packageId, String name) {
        var unused = tenant(tenantId)
                .add(packageId)
                .add(new RulesSnapshot(UUID.randomUUID().toString(), name, null, clock.now()));
    }

    private RulesTenant tenant(String tenantId) {
        return tenants.computeIfAbsent(tenantId, id -> new RulesTenant());
    }

    public @Nullable String live(String tenantId, String packageId, String target) {
        return tenant(tenantId).add(packageId).live(clock.now()).get(target);
    }

    public List<String> snapshots(String tenantId, String packageId) {
        return tenant(tenantId).add(packageId).snapshots().stream()
                .map(RulesSnapshot::name)
                .toList();
    }
}
