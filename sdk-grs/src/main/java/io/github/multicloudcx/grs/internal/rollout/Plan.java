package io.github.multicloudcx.grs.internal.rollout;

import io.github.multicloudcx.grs.rollout.LiveState;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rollout begins with.
 *
 * @param targets names in order
 * @param before what runs on each
 * @param known ids of all deployments that were in the history
 */
record Plan(List<String> targets, Map<String, LiveState> before, Set<Long> known) {}
