package io.github.multicloudcx.nexus.securemail;

import org.jspecify.annotations.Nullable;

/**
 * How many secure emails there are.
 *
 * @param count the number, or null when the server answered none, which is not 0
 */
public record SecureMailCount(@Nullable Long count) {}
