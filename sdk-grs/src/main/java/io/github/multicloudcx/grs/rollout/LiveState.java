package io.github.multicloudcx.grs.rollout;

import org.jspecify.annotations.Nullable;

/**
 * What runs on a target, as the history tells it.
 *
 * @param kind what kind of thing
 * @param snapshot name of the snapshot that was last deployed as a whole, or {@code LATEST}; null when there was none
 */
public record LiveState(Kind kind, @Nullable String snapshot) {
    /** The history does not tell, or was not read. */
    public static final LiveState UNKNOWN = new LiveState(Kind.UNKNOWN, null);

    /** Never deployed, or undeployed. */
    public static final LiveState NOTHING = new LiveState(Kind.NOTHING, null);

    /** What kind of thing runs. */
    public enum Kind {
        /** The snapshot. */
        SNAPSHOT,
        /** Nothing of this package. */
        NOTHING,
        /** On some engines of a cluster something newer than the snapshot. */
        MIXED,
        /** The snapshot, or nothing when there is none; but a deployment is under way that may change that. */
        CHANGING,
        /** Nobody knows. */
        UNKNOWN
    }

    /**
     * A snapshot runs.
     *
     * @param name its name, or {@code LATEST}
     * @return the state
     */
    public static LiveState of(String name) {
        return new LiveState(Kind.SNAPSHOT, name);
    }

    /**
     * Tells whether it is sure what runs.
     *
     * @return false while nobody knows, or a deployment is under way
     */
    public boolean known() {
        return kind != Kind.UNKNOWN && kind != Kind.CHANGING;
    }

    /** In words. */
    @Override
    public String toString() {
        return switch (kind) {
            case SNAPSHOT -> String.valueOf(snapshot);
            case NOTHING -> "nothing";
            case CHANGING -> (snapshot == null ? "nothing" : snapshot) + ", but a deployment is under way";
            case MIXED -> snapshot == null ? "something on some engines" : "partly newer than " + snapshot;
            case UNKNOWN -> "unknown";
        };
    }
}
