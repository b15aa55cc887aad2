package io.github.multicloudcx.statistics.model;

/**
 * How much the answer of a subscription tells about its statistics.
 *
 * <p>Statistics API v3, "Subscribe" and "Get statistic values of a subscription", query parameter {@code verbose}.
 */
public enum Verbosity {
    /** Each statistic with its ids, object and value; the default of the server. */
    INFO,
    /** Without the details of the statistics. */
    OFF
}
