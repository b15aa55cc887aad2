package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.grs.model.DeployTargetType;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.StartedDeployment;
import io.github.multicloudcx.grs.rollout.Rollout;
import io.github.multicloudcx.grs.rollout.RolloutReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The snippets of docs/grs.md. */
final class GrsSnippets {
    final List<String> shown = new ArrayList<>();

    private void show(Object text) {
        shown.add(String.valueOf(text));
    }

    static CxClient connect(String address, String user, String password) {
        CxClient grat = CxClient.builder()
                .baseUrl(ApiFamily.GRS, address) // https://grat.example.com:8443/genesys-rules-authoring
                .credentials(GrsLogin.of(user, password))
                .build();
        return grat;
    }

    RulePackage rules(CxClient grat, String packageId) {
        GrsClient grs = GrsClient.create(grat);
        RulePackage rules = grs.tenant("1").rulePackage(packageId);
        return rules;
    }

    Deployment deploy(RulePackage rules) {
        rules.createSnapshot("Snap 01").comment("Prior to QA").call().execute();
        StartedDeployment started =
                rules.deploy("GRE_CLUSTER").snapshot("Snap 01").call().execute();
        Deployment done = rules.awaitDeployment(started.deploymentId())
                .timeout(Duration.ofMinutes(5))
                .onProgress(seen -> show(seen.status()))
                .execute();
        return done;
    }

    void errors(RulePackage rules) {
        try {
            rules.deploy("GRE_1").snapshot("Snap 99").call().execute();
        } catch (ValidationFailedException e) {
            e.byField()
                    .forEach(
                            (field, errors) -> show(field + ": " + errors.get(0).message()));
        } catch (PackageValidationException e) {
            e.messages().forEach(this::show);
        }
    }

    void expired(GrsClient grs, RulePackage rules, String newPassword) {
        try {
            rules.snapshots().execute();
        } catch (PasswordChangeRequiredException e) {
            grs.changePassword(newPassword).execute();
        }
    }

    RolloutReport rollout(RulePackage rules) {
        RolloutReport report = rules.rollout()
                .takeSnapshot("Release 7", "Prices of July")
                .toAll(DeployTargetType.CLUSTER)
                .parallelism(2)
                .rollBackOnFailure()
                .onProgress(target -> show(target))
                .execute();
        if (!report.successful()) {
            show(report);
        }
        return report;
    }

    RolloutReport takeBack(RulePackage rules, RolloutReport report) {
        Rollout settings = rules.rollout().parallelism(4).comments("Back to before");
        return settings.rollBack(report);
    }
}
