package io.github.multicloudcx.sandbox.internal.rules;

import io.github.multicloudcx.sandbox.RulesDates;
import io.github.multicloudcx.sandbox.RulesDeploymentEnd;
import io.github.multicloudcx.sandbox.RulesGeneration;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What may be switched. Each field is read and written by itself. */
public final class RulesSettings {
    public volatile RulesGeneration generation = RulesGeneration.V8_5_303;
    public volatile RulesDates dates = RulesDates.MILLISECONDS;
    public volatile boolean bareLists;
    public volatile boolean camelCaseTargets;
    public volatile boolean numericCodes;
    public volatile boolean capitalSnapShotName;
    public volatile boolean snapshotsWithoutId;
    public volatile boolean brokenTokens;
    public volatile boolean lockedResources;
    public volatile int maxConnections = 16;
    public volatile int looks;
    public volatile Duration duration = Duration.ofSeconds(1);
    public volatile List<String> packageErrors = List.of();
    public volatile Function<String, RulesDeploymentEnd> ends = target -> RulesDeploymentEnd.SUCCESS;
}
