package io.github.multicloudcx.sandbox.internal.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot.
 *
 * @param id its id
 * @param name its name
 * @param comment comment
 * @param created when it was taken
 */
record RulesSnapshot(String id, String name, @Nullable String comment, Instant created) {}
