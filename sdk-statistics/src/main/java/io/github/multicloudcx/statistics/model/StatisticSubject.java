package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * What a statistic counts. The reference shows {@link #DN_STATUS} only; Stat Server knows more subjects than these, and any
 * text is sent as it is.
 *
 * <p>Statistics API v3, field {@code definition.subject}.
 *
 * @param value the text on the wire, not blank
 */
public record StatisticSubject(@JsonValue String value) {
    /** States of a directory number. */
    public static final StatisticSubject DN_STATUS = new StatisticSubject("DNStatus");

    /** Actions at a directory number. */
    public static final StatisticSubject DN_ACTION = new StatisticSubject("DNAction");

    /** States of an agent. */
    public static final StatisticSubject AGENT_STATUS = new StatisticSubject("AgentStatus");

    /** States of a group. */
    public static final StatisticSubject GROUP_STATUS = new StatisticSubject("GroupStatus");

    /**
     * Checks the text.
     *
     * @param value the text on the wire, not blank
     */
    public StatisticSubject {
        Require.text(value, "subject");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
