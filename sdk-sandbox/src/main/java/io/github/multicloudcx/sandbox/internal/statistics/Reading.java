package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.StatisticKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a statistic shows at one moment.
 *
 * @param statisticId id in a subscription, empty without one
 * @param name its name, null for a definition
 * @param key what it is
 * @param value its value
 * @param time the moment
 */
record Reading(String statisticId, @Nullable String name, StatisticKey key, TrueValue value, Instant time) {}
