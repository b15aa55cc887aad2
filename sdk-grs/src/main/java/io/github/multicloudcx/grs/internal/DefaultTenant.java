package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.GrsTenant;
import io.github.multicloudcx.grs.RulePackage;
import io.github.multicloudcx.grs.model.DeployTarget;
import io.github.multicloudcx.grs.model.ScheduleField;
import java.util.List;

/** A tenant over one connection. */
record DefaultTenant(CxClient cx, Api api, String id, ScheduleField scheduleField) implements GrsTenant {
    /** No stored page of the vendor has the whole path; the rest of it is as sure as the others. */
    private static final String DEPLOY_TARGETS = "/tenant/{tenantId}/deploytargets";

    @Override
    public Call<List<DeployTarget>> deployTargets() {
        return of(api.get(DEPLOY_TARGETS))
                .advice(403, "the user has no permission for this tenant")
                .advice(404, "there is no such tenant; or " + Refused.NOT_HERE)
                .returningList(DeployTarget.class, List.of("deploytargets", "deployTargets"));
    }

    ApiRequest of(ApiRequest request) {
        return request.path("tenantId", id).advice(422, Refused::adviceOn422).refusals(Refused::ofPackage);
    }

    @Override
    public RulePackage rulePackage(String packageId) {
        return new DefaultRulePackage(this, Require.segment(packageId, "packageId"));
    }

    /** Without the id. */
    @Override
    public String toString() {
        return "GrsTenant";
    }
}
