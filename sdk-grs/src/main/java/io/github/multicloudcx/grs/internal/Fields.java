package io.github.multicloudcx.grs.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a body, in order, without those that are not set. */
final class Fields {
    private final Map<String, Object> all = new LinkedHashMap<>();

    private Fields() {}

    static Fields of(String name, Object value) {
        return new Fields().and(name, value);
    }

    Fields and(String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
        return this;
    }

    Map<String, Object> map() {
        return all;
    }
}
