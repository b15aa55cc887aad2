package io.github.multicloudcx.sandbox;

/**
 * Names one statistic of one object.
 *
 * @param name name of a configured statistic, for example {@code CurrentAgentState}
 * @param objectType type of the object, for example {@code Agent}
 * @param objectId id of the object
 */
public record StatisticKey(String name, String objectType, String objectId) {}
