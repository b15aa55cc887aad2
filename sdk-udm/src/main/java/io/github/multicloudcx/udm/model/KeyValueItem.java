package io.github.multicloudcx.udm.model;

import org.jspecify.annotations.Nullable;

/**
 * A value with a label for people.
 *
 * <p>User Data Management API, model "KeyValueItem".
 *
 * @param label text for people, or null
 * @param value the value, or null
 */
public record KeyValueItem(@Nullable String label, @Nullable String value) {}
