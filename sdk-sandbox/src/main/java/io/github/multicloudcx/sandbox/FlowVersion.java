package io.github.multicloudcx.sandbox;

/**
 * One version of a flow.
 *
 * @param version its number
 * @param settings all its settings as JSON
 * @param by who made it: the id of a client, or {@code another editor}
 */
public record FlowVersion(int version, String settings, String by) {}
