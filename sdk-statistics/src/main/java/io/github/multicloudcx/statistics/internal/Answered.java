package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.statistics.model.ObjectType;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what an answered value can be recognised. */
record Answered(
        @Nullable String statisticId,
        @Nullable String name,
        @Nullable ObjectType objectType,
        @Nullable String objectId) {
    /** A named statistic of an object. */
    record Key(String name, ObjectType objectType, String objectId) {
        /** The key of what was asked for; none when it has a definition. */
        static Optional<Key> of(Statistic asked) {
            String name = asked.name();
            return name == null ? Optional.empty() : Optional.of(new Key(name, asked.objectType(), asked.objectId()));
        }
    }

    static Answered of(StatisticValue value) {
        return new Answered(value.statisticId(), value.name(), value.objectType(), value.objectId());
    }

    static Answered of(PeekedStatisticValue value) {
        return new Answered(null, value.name(), value.objectType(), value.objectId());
    }

    Optional<Key> key() {
        return name == null || objectType == null || objectId == null
                ? Optional.empty()
                : Optional.of(new Key(name, objectType, objectId));
    }

    /** Whether id, name and object are all the same. */
    boolean equalsAsked(Statistic asked) {
        return Objects.equals(statisticId, asked.statisticId())
                && name != null
                && name.equals(asked.name())
                && asked.objectType().equals(objectType)
                && asked.objectId().equals(objectId);
    }

    /** Whether nothing in it speaks against being the answer, apart from the id, which a server may make up. */
    boolean fits(Statistic asked) {
        return same(name, asked.name()) && same(objectType, asked.objectType()) && same(objectId, asked.objectId());
    }

    private static boolean same(@Nullable Object answered, @Nullable Object asked) {
        return answered == null || asked == null || answered.equals(asked);
    }
}
