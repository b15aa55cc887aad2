package io.github.multicloudcx.sandbox.internal.storage;

/**
 * The run that made a file.
 *
 * @param historyId id of the history record
 * @param jobTitle title of the job
 * @param source source of the data
 * @param type kind of the data
 */
public record FileOrigin(long historyId, String jobTitle, String source, String type) {}
