package io.github.multicloudcx.grs.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule package can be deployed to.
 *
 * @param name its name
 * @param type one engine, or a cluster of them
 */
public record DeployTarget(@Nullable String name, @Nullable DeployTargetType type) {}
