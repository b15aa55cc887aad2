package io.github.multicloudcx.sandbox.internal.rules;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Lets users in: session, tenant, permissions, package. */
final class RulesAccess {
    private final RulesUsers users;
    private final Map<String, RulesTenant> tenants;
    private final Set<String> denied = ConcurrentHashMap.newKeySet();

    RulesAccess(RulesUsers users, Map<String, RulesTenant> tenants) {
        this.users = users;
        this.tenants = tenants;
    }

    /** A request that was let in. */
    record Entry(Invocation invocation, RulesUser user, RulesTenant tenant, RulesPackage rules) {}

    void deny(String tenantId, boolean on) {
        if (on) {
            denied.add(tenantId);
        } else {
            denied.remove(tenantId);
        }
    }

    OperationHandler of(Function<Entry, Answer> operation, String... permissions) {
        return invocation -> {
            Optional<RulesUser> user = users.bySession(invocation.exchange());
            if (user.isEmpty()) {
                return Answer.empty(401);
            }
            Optional<RulesTenant> tenant = tenant(invocation);
            if (tenant.isEmpty() || !user.get().permissions().containsAll(List.of(permissions))) {
                return Answer.empty(403);
            }
            return tenant.get()
                    .find(invocation.path("packageId"))
                    .map(rules -> operation.apply(new Entry(invocation, user.get(), tenant.get(), rules)))
                    .orElseGet(() -> Answer.empty(404));
        };
    }

    OperationHandler ofTenant(Function<RulesTenant, Answer> operation) {
        return invocation -> {
            if (users.bySession(invocation.exchange()).isEmpty()) {
                return Answer.empty(401);
            }
            return tenant(invocation).map(operation).orElseGet(() -> Answer.empty(403));
        };
    }

    private Optional<RulesTenant> tenant(Invocation invocation) {
        String id = invocation.path("tenantId");
        return denied.contains(id) ? Optional.empty() : Optional.ofNullable(tenants.get(id));
    }
}
