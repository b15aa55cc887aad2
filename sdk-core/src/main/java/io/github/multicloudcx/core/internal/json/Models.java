package io.github.multicloudcx.core.internal.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Readers of models, each made once. They stop behind what they read, so that it may be a part of something larger. */
public final class Models {
    private final ObjectReader trees;
    private final Map<Class<?>, ObjectReader> single = new ConcurrentHashMap<>();
    private final Map<Class<?>, ObjectReader> lists = new ConcurrentHashMap<>();

    public Models(ObjectMapper mapper) {
        this.trees = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Reads anything as a tree. */
    public ObjectReader trees() {
        return trees;
    }

    /** Reads one. */
    public ObjectReader single(Class<?> type) {
        ObjectReader known = single.get(type);
        return known != null ? known : single.computeIfAbsent(type, trees::forType);
    }

    /** Reads an array of them as an {@link ArrayList}. */
    public ObjectReader list(Class<?> type) {
        ObjectReader known = lists.get(type);
        return known != null ? known : lists.computeIfAbsent(type, this::listReader);
    }

    private ObjectReader listReader(Class<?> type) {
        return trees.forType(trees.getTypeFactory().constructCollectionType(ArrayList.class, type));
    }
}
