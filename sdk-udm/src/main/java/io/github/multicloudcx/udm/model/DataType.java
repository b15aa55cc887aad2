package io.github.multicloudcx.udm.model;

import org.jspecify.annotations.Nullable;

/**
 * A data type of a source.
 *
 * <p>User Data Management API, model "DataType".
 *
 * @param name name, or null
 * @param source source of the data, or null
 */
public record DataType(@Nullable String name, @Nullable String source) {}
