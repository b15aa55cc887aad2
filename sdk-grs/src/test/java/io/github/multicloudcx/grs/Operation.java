package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.grs.model.ApiToken;
import io.github.multicloudcx.grs.model.DeployTarget;
import io.github.multicloudcx.grs.model.DeployTargetType;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import io.github.multicloudcx.grs.model.OpenedSession;
import io.github.multicloudcx.grs.model.Snapshot;
import io.github.multicloudcx.grs.model.StartedDeployment;
import io.github.multicloudcx.grs.model.StartedUndeployment;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation, how it is called, what it sends, and what its sample becomes.
 *
 * @param id operationId
 * @param line method and target that are expected
 * @param body body that is expected, or null
 * @param status status of success
 * @param sample its sample, or null when it has no body
 * @param value what the sample becomes
 * @param repeatable whether it is safe to repeat
 * @param permissions what a 403 names
 * @param call makes the call
 */
public record Operation(
        String id,
        String line,
        @Nullable String body,
        int status,
        @Nullable String sample,
        @Nullable Object value,
        boolean repeatable,
        String permissions,
        Function<Wire, Call<?>> call) {
    private static final String PACKAGE = " /grs/v1/tenant/t%2F1/package/p%201";
    private static final Instant THEN = Instant.ofEpochMilli(34243432432L);
    private static final ApiToken TOKEN =
            ApiToken.of("749cf21d112cc88cdeb72c441724ec0b71e53a6a7666e847209cac9593f96f5e");
    private static final OpenedSession SESSION = new OpenedSession(TOKEN, null);
    private static final Snapshot FIRST = new Snapshot(
            "dcc4a39b-3442-4408-a907-b85c44663681",
            "Snap 01",
            "Create prior to QA",
            Instant.ofEpochMilli(30949200000L));

    static List<Operation> all() {
        return List.of(
                session(
                        "grsLogin",
                        "GET /grs/v1/login",
                        null,
                        true,
                        wire -> wire.grs.sessions().login("user", "pass-word")),
                session(
                        "grsChangePassword",
                        "PUT /grs/v1/changepassword",
                        "{\"newPassword\":\"AnotherPW\"}",
                        true,
                        wire -> wire.grs.sessions().changePassword("user", "pass-word", "AnotherPW")),
                new Operation(
                        "grsLogout",
                        "GET /grs/v1/logout?force=true",
                        null,
                        204,
                        null,
                        null,
                        true,
                        "",
                        wire -> wire.grs
                                .sessions()
                                .logout("user", TOKEN)
                                .force()
                                .call()),
                new Operation(
                        "grsQuerySnapshots",
                        "GET" + PACKAGE + "/snapshots",
                        null,
                        200,
                        "grsQuerySnapshots.200",
                        List.of(FIRST, new Snapshot(null, "Snap 02", "UAT", Instant.ofEpochMilli(31989200000L))),
                        true,
                        "the permission SNAPSHOT_VIEW and",
                        wire -> wire.rules.snapshots()),
                new Operation(
                        "grsCreateSnapshot",
                        "POST" + PACKAGE + "/snapshot",
                        "{\"name\":\"Snap 01\",\"comment\":\"Create prior to QA\"}",
                        201,
                        "grsCreateSnapshot.201",
                        FIRST,
                        false,
                        "the permission SNAPSHOT_CREATE and",
                        wire -> wire.rules
                                .createSnapshot("Snap 01")
                                .comment("Create prior to QA")
                                .call()),
                new Operation(
                        "grsDeleteSnapshot",
                        "DELETE" + PACKAGE + "/snapshot/s%2F1",
                        null,
                        204,
                        null,
                        null,
                        true,
                        "the permission SNAPSHOT_DELETE and",
                        wire -> wire.rules.deleteSnapshot("s/1")),
                new Operation(
                        "grsQueryDeploymentHistory",
                        "GET" + PACKAGE + "/deploy",
                        null,
                        200,
                        "grsQueryDeploymentHistory.200",
                        List.of(new Deployment(
                                34234L,
                                1,
                                "Snap 01",
                                "GRECluster",
                                "username",
                                null,
                                "Deploy to QA servers",
                                THEN,
                                DeploymentStatus.SUCCESS,
                                null)),
                        true,
                        "no permission for this tenant",
                        wire -> wire.rules.deployments()),
                new Operation(
                        "grsDeployPackage",
                        "POST" + PACKAGE + "/deploy",
                        "{\"target\":\"GRE_Cluster\",\"snapshotName\":\"Snap 01\",\"comments\":\"Deploy to QA servers\","
                                + "\"deployScheduledDateTime\":34243432432}",
                        201,
                        "grsDeployPackage.201",
                        new StartedDeployment("GRE_Cluster", 34234L, "Snap 01", "Deploy to QA servers", THEN),
                        false,
                        "the permissions PACKAGE_DEPLOY and SNAPSHOT_VIEW and",
                        wire -> wire.rules
                                .deploy("GRE_Cluster")
                                .snapshot("Snap 01")
                                .comments("Deploy to QA servers")
                                .scheduledAt(THEN)
                                .call()),
                new Operation(
                        "grsUndeployPackage",
                        "POST" + PACKAGE + "/undeploy",
                        "{\"target\":\"GRE_Cluster\",\"comments\":\"Undeploy to QA servers\"}",
                        201,
                        "grsUndeployPackage.201",
                        new StartedUndeployment("GRE_Cluster", 3423322234L, "Undeploy to QA servers"),
                        false,
                        "the permissions PACKAGE_UNDEPLOY and SNAPSHOT_VIEW and",
                        wire -> wire.rules
                                .undeploy("GRE_Cluster")
                                .comments("Undeploy to QA servers")
                                .call()),
                new Operation(
                        "grsQueryDeployTargets",
                        "GET /grs/v1/tenant/t%2F1/deploytargets",
                        null,
                        200,
                        "grsQueryDeployTargets.200",
                        List.of(
                                new DeployTarget("GRE_1", DeployTargetType.SINGLE),
                                new DeployTarget("GRE_2", DeployTargetType.SINGLE),
                                new DeployTarget("GRE_CLUSTER", DeployTargetType.CLUSTER)),
                        true,
                        "no permission for this tenant",
                        wire -> wire.grs.tenant("t/1").deployTargets()));
    }

    private static Operation session(
            String id, String line, @Nullable String body, boolean repeatable, Function<Wire, Call<?>> call) {
        return new Operation(id, line, body, 200, id + ".200", SESSION, repeatable, "", call);
    }

    /** Whether it has credentials of its own. */
    public boolean ofSession() {
        return permissions.isEmpty();
    }

    Call<?> call(Wire wire) {
        return call.apply(wire);
    }

    @Override
    public String toString() {
        return id;
    }
}
