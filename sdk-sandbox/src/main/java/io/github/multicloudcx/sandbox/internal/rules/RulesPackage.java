package io.github.multicloudcx.sandbox.internal.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule package: its snapshots, its deployments, and what runs where. */
final class RulesPackage {
    private final List<RulesSnapshot> snapshots = new ArrayList<>();
    private final List<RulesDeployment> deployments = new ArrayList<>();
    private final Map<String, String> live = new LinkedHashMap<>();

    synchronized List<RulesSnapshot> snapshots() {
        return List.copyOf(snapshots);
    }

    synchronized Optional<RulesSnapshot> snapshot(String name) {
        return snapshots.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** False when the name is taken. */
    synchronized boolean add(RulesSnapshot snapshot) {
        return snapshot(snapshot.name()).isEmpty() && snapshots.add(snapshot);
    }

    synchronized boolean remove(String snapshotId) {
        return snapshots.removeIf(each -> each.id().equals(snapshotId));
    }

    synchronized void add(RulesDeployment deployment) {
        deployments.add(deployment);
    }

    /** The history; looking at it may be what a deployment waits for. */
    synchronized List<RulesDeployment> history(Instant now) {
        settle(now, true);
        return List.copyOf(deployments);
    }

    synchronized Map<String, String> live(Instant now) {
        settle(now, false);
        return new LinkedHashMap<>(live);
    }

    private void settle(Instant now, boolean look) {
        List<RulesDeployment> byEnd = new ArrayList<>(deployments);
        byEnd.sort(Comparator.comparing(RulesDeployment::over).thenComparing(each -> each.id));
        for (RulesDeployment each : byEnd) {
            if (each.ends(now, look) && each.succeeded()) {
                if (each.undeploys) {
                    live.remove(each.target);
                } else {
                    live.put(each.target, each.snapshot);
                }
            }
        }
    }
}
