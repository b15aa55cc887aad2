package io.github.multicloudcx.sandbox.internal.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A tenant: its targets and packages. */
final class RulesTenant {
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, RulesPackage> packages = new ConcurrentHashMap<>();

    synchronized void target(String name, String type) {
        targets.put(name, type);
    }

    /** Types by name, in the order in which they were added. */
    synchronized Map<String, String> targets() {
        return new LinkedHashMap<>(targets);
    }

    RulesPackage add(String packageId) {
        return packages.computeIfAbsent(packageId, id -> new RulesPackage());
    }

    Optional<RulesPackage> find(String packageId) {
        return Optional.ofNullable(packages.get(packageId));
    }
}
