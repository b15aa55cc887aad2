package io.github.multicloudcx.udm.model;

import org.jspecify.annotations.Nullable;

/**
 * An entity of a data type. Each field may be null.
 *
 * <p>User Data Management API, model "SubType".
 *
 * @param name name
 * @param displayName name for people
 * @param source source of the data
 * @param dataType data type it belongs to
 * @param enabled whether it can be exported
 */
public record SubType(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String source,
        @Nullable String dataType,
        @Nullable Boolean enabled) {}
