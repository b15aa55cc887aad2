package io.github.multicloudcx.sandbox.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.multicloudcx.sandbox.RulesGeneration;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Snapshots, deployments and targets. */
final class PackageOperations {
    private static final String LATEST = "LATEST";
    private static final int BAD_NAME = 1000;
    private static final int BAD_TIME = 1001;
    private static final int BAD_TARGET = 1002;

    private final RulesAccess access;
    private final RulesSettings settings;
    private final RulesAnswers answers;
    private final SandboxClock clock;
    private final AtomicLong ids = new AtomicLong(1_493_228_481_864L);

    PackageOperations(RulesAccess access, RulesSettings settings, RulesAnswers answers, SandboxClock clock) {
        this.access = access;
        this.settings = settings;
        this.answers = answers;
        this.clock = clock;
    }

    void register(Map<String, OperationHandler> handlers) {
        handlers.put("grsQuerySnapshots", access.of(this::snapshots, "SNAPSHOT_VIEW"));
        handlers.put("grsCreateSnapshot", access.of(this::createSnapshot, "SNAPSHOT_CREATE"));
        handlers.put("grsDeleteSnapshot", access.of(this::deleteSnapshot, "SNAPSHOT_DELETE"));
        handlers.put("grsQueryDeploymentHistory", access.of(this::history));
        handlers.put("grsDeployPackage", access.of(this::deploy, "PACKAGE_DEPLOY", "SNAPSHOT_VIEW"));
        handlers.put("grsUndeployPackage", access.of(this::undeploy, "PACKAGE_UNDEPLOY", "SNAPSHOT_VIEW"));
        handlers.put("grsQueryDeployTargets", access.ofTenant(this::targets));
    }

    private Answer snapshots(RulesAccess.Entry entry) {
        ArrayNode items = Json.array();
        entry.rules().snapshots().forEach(each -> items.add(answers.snapshot(each)));
        return answers.list("snapshots", items, settings.bareLists);
    }

    private Answer createSnapshot(RulesAccess.Entry entry) {
        JsonNode body = body(entry.invocation());
        String name = body.path("name").asText("");
        if (!settings.packageErrors.isEmpty()) {
            return answers.refusedPackage(settings.packageErrors);
        }
        if (name.isBlank() || name.matches(".*[{}\\[\\].*|/:<>'&].*")) {
            return answers.refusedField(BAD_NAME, "name", "snapshot name is not valid");
        }
        RulesSnapshot snapshot =
                new RulesSnapshot(UUID.randomUUID().toString(), name, text(body, "comment"), clock.now());
        return entry.rules().add(snapshot)
                ? Answer.json(201, answers.snapshot(snapshot))
                : answers.refusedField(BAD_NAME, "name", "snapshot name is in use");
    }

    private Answer deleteSnapshot(RulesAccess.Entry entry) {
        boolean removed = entry.rules().remove(entry.invocation().path("snapshotId"));
        return Answer.empty(removed ? 204 : 404);
    }

    private Answer history(RulesAccess.Entry entry) {
        ArrayNode items = Json.array();
        Instant now = clock.now();
        entry.rules().history(now).forEach(each -> items.add(answers.entry(each, now)));
        return answers.list("deployments", items, settings.generation != RulesGeneration.V8_5_300);
    }

    private Answer deploy(RulesAccess.Entry entry) {
        JsonNode body = body(entry.invocation());
        String snapshot = body.path("snapshotName").asText(LATEST);
        Instant at = time(body);
        if (!settings.packageErrors.isEmpty()) {
            return answers.refusedPackage(settings.packageErrors);
        }
        if (!snapshot.equals(LATEST) && entry.rules().snapshot(snapshot).isEmpty()) {
            return answers.refusedField(BAD_NAME, "name", "snapshot name is not found");
        }
        if (at != null && at.isBefore(clock.now())) {
            return answers.refusedField(BAD_TIME, "deployScheduleDateTime", "scheduled date/time is in the past.");
        }
        return begin(entry, false, body, snapshot, at);
    }

    private Answer undeploy(RulesAccess.Entry entry) {
        return begin(entry, true, body(entry.invocation()), LATEST, null);
    }

    private Answer begin(
            RulesAccess.Entry entry, boolean undeploys, JsonNode body, String snapshot, @Nullable Instant at) {
        String target = body.path("target").asText("");
        if (!entry.tenant().targets().containsKey(target)) {
            return answers.refusedField(BAD_TARGET, "target", "target is not found");
        }
        RulesDeployment deployment = new RulesDeployment(
                ids.incrementAndGet(),
                undeploys,
                new RulesDeployment.Wish(target, snapshot, text(body, "comments"), at),
                entry.user().name(),
                new RulesDeployment.Run(clock.now(), settings.ends.apply(target), settings.duration, settings.looks));
        entry.rules().add(deployment);
        return Answer.json(201, answers.started(deployment));
    }

    private Answer targets(RulesTenant tenant) {
        ArrayNode items = Json.array();
        tenant.targets()
                .forEach((name, type) -> items.addObject().put("name", name).put("type", type));
        return answers.list(settings.camelCaseTargets ? "deployTargets" : "deploytargets", items, settings.bareLists);
    }

    private static JsonNode body(Invocation invocation) {
        return Json.parse(invocation.exchange().body()).orElseGet(Json::object);
    }

    private static @Nullable String text(JsonNode body, String name) {
        return body.path(name).isTextual() ? body.path(name).asText() : null;
    }

    private static @Nullable Instant time(JsonNode body) {
        for (String name : new String[] {"deployScheduledDateTime", "deployScheduleDateTime"}) {
            if (body.path(name).isIntegralNumber()) {
                return Instant.ofEpochMilli(body.path(name).asLong());
            }
        }
        return null;
    }
}
