package io.github.multicloudcx.core;

import org.jspecify.annotations.Nullable;

/**
 * How far a download is.
 *
 * @param bytes how much is there, what an earlier run had left included
 * @param total how much there is in all, or null when the server does not say
 */
public record DownloadProgress(long bytes, @Nullable Long total) {}
