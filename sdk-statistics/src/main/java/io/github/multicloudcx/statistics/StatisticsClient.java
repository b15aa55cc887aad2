package io.github.multicloudcx.statistics;

/** Statistics API v3: values, subscriptions and live updates. */
public interface StatisticsClient {}
