package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.internal.DefinitionValues;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Describes a statistic. Setting a key twice keeps the last value. Not for several threads.
 *
 * <p>Statistics API v3, "Subscribe", field {@code definition}.
 */
public final class StatisticDefinitionBuilder {
    private final Map<String, JsonNode> values;

    StatisticDefinitionBuilder(Map<String, JsonNode> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * Sets what kind of number or state it is.
     *
     * @param value the category
     * @return this builder
     */
    public StatisticDefinitionBuilder category(StatisticCategory value) {
        return set(
                "category",
                DefinitionValues.text(Require.present(value, "category").value(), "category"));
    }

    /**
     * Sets what kind of number or state it is.
     *
     * @param value in the words of Stat Server, not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder category(String value) {
        return set("category", DefinitionValues.text(value, "category"));
    }

    /**
     * Sets what is counted.
     *
     * @param value the subject
     * @return this builder
     */
    public StatisticDefinitionBuilder subject(StatisticSubject value) {
        return set(
                "subject",
                DefinitionValues.text(Require.present(value, "subject").value(), "subject"));
    }

    /**
     * Sets what is counted.
     *
     * @param value in the words of Stat Server, not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder subject(String value) {
        return set("subject", DefinitionValues.text(value, "subject"));
    }

    /**
     * Sets the actions or states that are counted; they are joined with commas.
     *
     * @param values one or more, none blank, for example {@code CallInbound}; {@code *} is all, {@code ~LoggedOut} is without that one
     * @return this builder
     */
    public StatisticDefinitionBuilder mainMask(String... values) {
        return set("mainMask", DefinitionValues.list(values, "mainMask"));
    }

    /**
     * Sets the actions or states that are counted against the main mask; they are joined with commas.
     *
     * @param values one or more, none blank, written as for {@link #mainMask(String...)}
     * @return this builder
     */
    public StatisticDefinitionBuilder relativeMask(String... values) {
        return set("relativeMask", DefinitionValues.list(values, "relativeMask"));
    }

    /**
     * Sets when the value is sent.
     *
     * @param value the mode
     * @return this builder
     */
    public StatisticDefinitionBuilder notificationMode(NotificationMode value) {
        return set(
                "notificationMode",
                DefinitionValues.text(Require.present(value, "notificationMode").value(), "notificationMode"));
    }

    /**
     * Sets when the value is sent.
     *
     * @param value in the words of Stat Server, not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder notificationMode(String value) {
        return set("notificationMode", DefinitionValues.text(value, "notificationMode"));
    }

    /**
     * Sets how often the value is sent in mode {@link NotificationMode#PERIODICAL}. Genesys recommends 60 seconds or more in
     * production.
     *
     * @param value whole seconds, 1 or more
     * @return this builder
     */
    public StatisticDefinitionBuilder notificationFrequency(Duration value) {
        Duration frequency = Require.positive(value, "notificationFrequency");
        if (!frequency.equals(Duration.ofSeconds(frequency.toSeconds()))) {
            throw new IllegalArgumentException("notificationFrequency must be whole seconds, not " + frequency);
        }
        return set("notificationFrequency", DefinitionValues.number(frequency.toSeconds()));
    }

    /**
     * Sets the smallest change that is sent. Genesys recommends 1 or more in production.
     *
     * @param value in the unit of the value, 0 or more
     * @return this builder
     */
    public StatisticDefinitionBuilder insensitivity(long value) {
        return set("insensitivity", DefinitionValues.count(value, "insensitivity"));
    }

    /**
     * Sets over which time it is reckoned.
     *
     * @param value the type
     * @return this builder
     */
    public StatisticDefinitionBuilder intervalType(IntervalType value) {
        return set(
                "intervalType",
                DefinitionValues.text(Require.present(value, "intervalType").value(), "intervalType"));
    }

    /**
     * Sets over which time it is reckoned.
     *
     * @param value in the words of Stat Server, not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder intervalType(String value) {
        return set("intervalType", DefinitionValues.text(value, "intervalType"));
    }

    /**
     * Sets how long the interval is.
     *
     * @param value as Stat Server counts it, 0 or more; the reference names no unit
     * @return this builder
     */
    public StatisticDefinitionBuilder intervalLength(long value) {
        return set("intervalLength", DefinitionValues.count(value, "intervalLength"));
    }

    /**
     * Sets when or how the interval moves; the form depends on the interval type.
     *
     * @param value for example {@code 00:00}: reset at midnight, or {@code 3600:10}: a window of 3600 seconds in steps of 10; not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder dynamicTimeProfile(String value) {
        return set("dynamicTimeProfile", DefinitionValues.text(value, "dynamicTimeProfile"));
    }

    /**
     * Sets which interactions are counted.
     *
     * @param value an expression of Stat Server such as {@code MediaType=voice}, sent as it is; not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder dynamicFilter(String value) {
        return set("dynamicFilter", DefinitionValues.text(value, "dynamicFilter"));
    }

    /**
     * Sets the begin of the first time range, for categories such as {@link StatisticCategory#SERVICE_FACTOR_1}.
     *
     * @param value as Stat Server counts it, mostly seconds, 0 or more
     * @return this builder
     */
    public StatisticDefinitionBuilder timeRangeLeft(long value) {
        return set("timeRangeLeft", DefinitionValues.count(value, "timeRangeLeft"));
    }

    /**
     * Sets the end of the first time range, for categories such as {@link StatisticCategory#SERVICE_FACTOR_1}.
     *
     * @param value as Stat Server counts it, mostly seconds, 0 or more
     * @return this builder
     */
    public StatisticDefinitionBuilder timeRangeRight(long value) {
        return set("timeRangeRight", DefinitionValues.count(value, "timeRangeRight"));
    }

    /**
     * Sets the begin of the second time range, for categories such as {@link StatisticCategory#SERVICE_FACTOR_1}.
     *
     * @param value as Stat Server counts it, mostly seconds, 0 or more
     * @return this builder
     */
    public StatisticDefinitionBuilder timeRangeLeft2(long value) {
        return set("timeRangeLeft2", DefinitionValues.count(value, "timeRangeLeft2"));
    }

    /**
     * Sets the end of the second time range, for categories such as {@link StatisticCategory#SERVICE_FACTOR_1}.
     *
     * @param value as Stat Server counts it, mostly seconds, 0 or more
     * @return this builder
     */
    public StatisticDefinitionBuilder timeRangeRight2(long value) {
        return set("timeRangeRight2", DefinitionValues.count(value, "timeRangeRight2"));
    }

    /**
     * Sets the kinds of objects that it is for; they are joined with commas. Both this key and {@code objectTypes} are in use.
     *
     * @param values one or more
     * @return this builder
     */
    public StatisticDefinitionBuilder objects(ObjectType... values) {
        return set("objects", DefinitionValues.list(values, "objects"));
    }

    /**
     * Sets the kinds of objects that it is for; they are joined with commas. Both this key and {@code objects} are in use.
     *
     * @param values one or more
     * @return this builder
     */
    public StatisticDefinitionBuilder objectTypes(ObjectType... values) {
        return set("objectTypes", DefinitionValues.list(values, "objectTypes"));
    }

    /**
     * Sets where the statistic lives.
     *
     * @param value for example {@code /DC}, not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder location(String value) {
        return set("location", DefinitionValues.text(value, "location"));
    }

    /**
     * Sets whether the history is kept.
     *
     * @param value whether it is
     * @return this builder
     */
    public StatisticDefinitionBuilder saveHistory(boolean value) {
        return set("saveHistory", JsonNodeFactory.instance.booleanNode(value));
    }

    /**
     * Sets features.
     *
     * @param value in the words of Stat Server, not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder features(String value) {
        return set("features", DefinitionValues.text(value, "features"));
    }

    /**
     * Sets what the masks are about.
     *
     * @param value for example {@code DN}, not blank
     * @return this builder
     */
    public StatisticDefinitionBuilder maskType(String value) {
        return set("maskType", DefinitionValues.text(value, "maskType"));
    }

    /**
     * Sets any key to a text.
     *
     * @param key not blank
     * @param value not blank, sent as it is
     * @return this builder
     */
    public StatisticDefinitionBuilder with(String key, String value) {
        return set(key, DefinitionValues.text(value, String.valueOf(key)));
    }

    /**
     * Sets any key to a whole number.
     *
     * @param key not blank
     * @param value any number
     * @return this builder
     */
    public StatisticDefinitionBuilder with(String key, long value) {
        return set(key, DefinitionValues.number(value));
    }

    /**
     * Sets any key to a number.
     *
     * @param key not blank
     * @param value any number but infinity and NaN, which JSON does not have
     * @return this builder
     */
    public StatisticDefinitionBuilder with(String key, double value) {
        return set(key, DefinitionValues.number(value, key));
    }

    /**
     * Sets any key to a truth value.
     *
     * @param key not blank
     * @param value the truth value
     * @return this builder
     */
    public StatisticDefinitionBuilder with(String key, boolean value) {
        return set(key, JsonNodeFactory.instance.booleanNode(value));
    }

    /**
     * Sets any key to any JSON.
     *
     * @param key not blank
     * @param value copied; a missing node is refused
     * @return this builder
     */
    public StatisticDefinitionBuilder with(String key, JsonNode value) {
        return set(key, DefinitionValues.any(value, String.valueOf(key)));
    }

    /**
     * Makes the definition.
     *
     * @return the definition
     * @throws IllegalArgumentException when nothing was set
     */
    public StatisticDefinition build() {
        return new StatisticDefinition(values);
    }

    private StatisticDefinitionBuilder set(String key, JsonNode value) {
        values.put(Require.text(key, "key"), value);
        return this;
    }
}
