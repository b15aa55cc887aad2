package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.multicloudcx.core.CheckReturnValue;
import io.github.multicloudcx.core.internal.check.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statistic of an object, as it is asked for. {@link #named(String)} and {@link #defined(StatisticDefinition)} begin one.
 *
 * <pre>{@code
 * Statistic.named("AverageHandlingTime").agent("agent2");
 * Statistic.defined(definition).object(ObjectType.GROUP_AGENTS, "Support");
 * }</pre>
 *
 * <p>Statistics API v3, "Subscribe" and "Get statistics", elements of {@code data.statistics}.
 *
 * @param statisticId id that the caller chooses, unique within a subscription, or null: a subscription fills it
 * @param name name that is configured in the contact center, or null when there is a definition
 * @param definition definition made up by the caller, or null when there is a name
 * @param objectType kind of the object
 * @param objectId id of the object as Stat Server knows it, not blank
 */
@JsonPropertyOrder({"statisticId", "name", "definition", "objectType", "objectId"})
public record Statistic(
        @Nullable String statisticId,
        @Nullable String name,
        @Nullable StatisticDefinition definition,
        ObjectType objectType,
        String objectId) {
    /**
     * Checks what is required.
     *
     * @param statisticId id that the caller chooses, unique within a subscription, or null: a subscription fills it
     * @param name name that is configured in the contact center, or null when there is a definition
     * @param definition definition made up by the caller, or null when there is a name
     * @param objectType kind of the object
     * @param objectId id of the object as Stat Server knows it, not blank
     */
    public Statistic {
        if ((name == null) == (definition == null)) {
            throw new IllegalArgumentException("either name or definition is required, not both");
        }
        if (name != null) {
            Require.text(name, "name");
        }
        if (statisticId != null) {
            statisticId(statisticId, "statisticId");
        }
        Require.present(objectType, "objectType");
        Require.text(objectId, "objectId");
    }

    /**
     * Begins with a statistic that is configured in the contact center. None is guaranteed to be there.
     *
     * @param name for example {@code AverageHandlingTime}, not blank
     * @return what asks for the object
     */
    public static Builder named(String name) {
        return new Builder(Require.text(name, "name"), null);
    }

    /**
     * Begins with a statistic that is made up. Only subscriptions take it.
     *
     * @param definition the definition
     * @return what asks for the object
     */
    public static Builder defined(StatisticDefinition definition) {
        return new Builder(null, Require.present(definition, "definition"));
    }

    /**
     * Sets the id by which answers and updates name the statistic.
     *
     * @param id unique within the subscription, not blank, without a comma
     * @return a copy
     */
    public Statistic statisticId(String id) {
        return new Statistic(Require.present(id, "statisticId"), name, definition, objectType, objectId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Statistic that
                && objectId.equals(that.objectId)
                && objectType.equals(that.objectType)
                && Objects.equals(name, that.name)
                && Objects.equals(statisticId, that.statisticId)
                && Objects.equals(definition, that.definition);
    }

    /** By hand, as that of a record makes dozens of classes when it is first used, and every request uses it. */
    @Override
    public int hashCode() {
        int names = 31 * Objects.hashCode(name) + Objects.hashCode(statisticId);
        return 31 * (31 * names + objectId.hashCode()) + objectType.hashCode();
    }

    private static void statisticId(String id, String parameter) {
        if (Require.text(id, parameter).indexOf(',') >= 0) {
            throw new IllegalArgumentException(
                    parameter + " must not contain a comma, which separates ids in requests");
        }
    }

    /** Asks for the object of a statistic. */
    @CheckReturnValue
    public static final class Builder {
        private final @Nullable String name;
        private final @Nullable StatisticDefinition definition;

        private Builder(@Nullable String name, @Nullable StatisticDefinition definition) {
            this.name = name;
            this.definition = definition;
        }

        /**
         * Makes the statistic of an agent.
         *
         * @param employeeId employee id, which is often but not always the user name; not blank
         * @return the statistic
         */
        public Statistic agent(String employeeId) {
            return object(ObjectType.AGENT, Require.text(employeeId, "agent"));
        }

        /**
         * Makes the statistic of a group of agents.
         *
         * @param id name of the group, not blank
         * @return the statistic
         */
        public Statistic groupAgents(String id) {
            return object(ObjectType.GROUP_AGENTS, Require.text(id, "groupAgents"));
        }

        /**
         * Makes the statistic of a group of places.
         *
         * @param id name of the group, not blank
         * @return the statistic
         */
        public Statistic groupPlaces(String id) {
            return object(ObjectType.GROUP_PLACES, Require.text(id, "groupPlaces"));
        }

        /**
         * Makes the statistic of a queue.
         *
         * @param id id of the queue as Stat Server knows it, mostly {@code number@switch}; not blank
         * @return the statistic
         */
        public Statistic queue(String id) {
            return object(ObjectType.QUEUE, Require.text(id, "queue"));
        }

        /**
         * Makes the statistic of a group of queues.
         *
         * @param id name of the group, not blank
         * @return the statistic
         */
        public Statistic groupQueues(String id) {
            return object(ObjectType.GROUP_QUEUES, Require.text(id, "groupQueues"));
        }

        /**
         * Makes the statistic of a routing point.
         *
         * @param id id of the routing point as Stat Server knows it, mostly {@code number@switch}; not blank
         * @return the statistic
         */
        public Statistic routePoint(String id) {
            return object(ObjectType.ROUTE_POINT, Require.text(id, "routePoint"));
        }

        /**
         * Makes the statistic of any object.
         *
         * @param type kind of the object
         * @param id id of the object as Stat Server knows it, not blank
         * @return the statistic
         */
        public Statistic object(ObjectType type, String id) {
            return new Statistic(null, name, definition, type, id);
        }

        /**
         * Makes the statistic of any object.
         *
         * @param type kind of the object in the words of Stat Server, not blank
         * @param id id of the object as Stat Server knows it, not blank
         * @return the statistic
         */
        public Statistic object(String type, String id) {
            return object(new ObjectType(type), id);
        }
    }
}
