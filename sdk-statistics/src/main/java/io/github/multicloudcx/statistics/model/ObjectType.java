package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * Kind of the object that a statistic is about. The reference shows {@link #AGENT} only; Stat Server knows more kinds than
 * these, and any text is sent as it is.
 *
 * <p>Statistics API v3, field {@code objectType}.
 *
 * @param value the text on the wire, not blank
 */
public record ObjectType(@JsonValue String value) {
    /** A person; the object id is the employee id, which is often but not always the user name. */
    public static final ObjectType AGENT = new ObjectType("Agent");

    /** A group of agents. */
    public static final ObjectType GROUP_AGENTS = new ObjectType("GroupAgents");

    /** A group of places. */
    public static final ObjectType GROUP_PLACES = new ObjectType("GroupPlaces");

    /** A queue. */
    public static final ObjectType QUEUE = new ObjectType("Queue");

    /** A group of queues. */
    public static final ObjectType GROUP_QUEUES = new ObjectType("GroupQueues");

    /** A routing point. */
    public static final ObjectType ROUTE_POINT = new ObjectType("RoutePoint");

    /**
     * Checks the text.
     *
     * @param value the text on the wire, not blank
     */
    public ObjectType {
        Require.text(value, "objectType");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectType that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
