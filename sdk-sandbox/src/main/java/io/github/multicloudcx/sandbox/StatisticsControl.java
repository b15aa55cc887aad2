package io.github.multicloudcx.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.internal.statistics.StatisticsBackdoor;
import io.github.multicloudcx.sandbox.internal.statistics.StatisticsSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Sets values of statistics, changes how the service behaves, and takes sessions away. What a method pushes is on its
 * way when it returns: a poll that waited for it is held no longer. Thread-safe.
 */
public final class StatisticsControl {
    private final StatisticsSettings settings;
    private final StatisticsBackdoor backdoor;

    StatisticsControl(StatisticsSettings settings, StatisticsBackdoor backdoor) {
        this.settings = settings;
        this.backdoor = backdoor;
    }

    /**
     * Configures statistics, beside the usual ones such as {@code CurrentAgentState} and {@code AverageHandlingTime};
     * a client that asks for any other name is told that it is unknown.
     *
     * @param names more names
     */
    public void configure(String... names) {
        settings.configure(List.of(names));
    }

    /**
     * Sets the value of a configured statistic and pushes it to those who subscribed, if it is another one than they
     * know.
     *
     * @param name name of the statistic
     * @param objectType type of its object
     * @param objectId id of its object
     * @param value a Number, String or Boolean, which is put into the {@linkplain #valueShape shape} in use, or a
     *     JsonNode, which is sent as it is
     * @throws IllegalArgumentException if no such statistic is configured, or the value is none of these
     */
    public void set(String name, String objectType, String objectId, Object value) {
        setAll(Map.of(new StatisticKey(name, objectType, objectId), value));
    }

    /**
     * Sets many values at once; each subscription gets one message about all of them that it listens to.
     *
     * @param values values as for {@link #set}, in the order in which they are to be pushed
     * @throws IllegalArgumentException if one of the statistics is not configured or one of the values cannot be used;
     *     nothing is set then
     */
    public void setAll(Map<StatisticKey, ?> values) {
        backdoor.set(values);
    }

    /**
     * Sets the value of a statistic of an open subscription, for those that have a definition in place of a name.
     *
     * @param statisticId id of the statistic in its subscription
     * @param value a value as for {@link #set}
     * @throws IllegalArgumentException if no open subscription has such a statistic, or the value cannot be used
     */
    public void setDefined(String statisticId, Object value) {
        backdoor.setSubscribed(statisticId, value);
    }

    /**
     * The true value of a configured statistic, invented as long as nobody has set it.
     *
     * @param name name of the statistic
     * @param objectType type of its object
     * @param objectId id of its object
     * @return the value as it would be sent now
     * @throws IllegalArgumentException if no such statistic is configured
     */
    public JsonNode value(String name, String objectType, String objectId) {
        return backdoor.value(new StatisticKey(name, objectType, objectId));
    }

    /**
     * Pushes one update as it is, whatever the true value and the state of the service are, to the session that has the
     * subscription; if there is no such subscription, to all sessions.
     *
     * @param subscriptionId subscription to name
     * @param statisticId statistic to name
     * @param value a value as for {@link #set}
     * @param timestamp time to name
     * @throws IllegalArgumentException if the value cannot be used
     */
    public void push(String subscriptionId, String statisticId, Object value, Instant timestamp) {
        backdoor.push(subscriptionId, statisticId, value, timestamp);
    }

    /**
     * Ends all CometD sessions as if nobody had polled for too long: held polls return, the next one is answered
     * {@code 402::Unknown client} with the advice to shake hands again. Subscriptions are gone as well.
     */
    public void expireSessions() {
        backdoor.expireSessions();
    }

    /**
     * Loses the node that has all sessions, as if the load balancer had forgotten its cookies: connections of held polls
     * are reset, and sessions and subscriptions are unknown from then on.
     */
    public void switchNode() {
        backdoor.loseNode();
    }

    /**
     * Makes the service unavailable and says so on the service channel. Subscriptions are gone, requests other than those
     * of CometD and the deletion of subscriptions are answered 503, and no value is pushed.
     */
    public void unavailable() {
        backdoor.available(false);
    }

    /** Makes the service available again and says so on the service channel. What changed meanwhile is not pushed. */
    public void available() {
        backdoor.available(true);
    }

    /**
     * Whether subscriptions outlive the time in which the service is unavailable.
     *
     * @param on false unless changed
     */
    public void keepSubscriptionsWhenUnavailable(boolean on) {
        settings.subscriptionsKept(on);
    }

    /**
     * Whether the data of a Bayeux message is <code>{"name":...,"topic":...,"data":{"statistics":[...]}}</code>, as the
     * reference prints it, or only what is in the inner <code>data</code>. Messages of the service channel have the same
     * form.
     *
     * @param on true unless changed
     */
    public void wrapUpdates(boolean on) {
        settings.updatesWrapped(on);
    }

    /**
     * How timestamps are written.
     *
     * @param style {@link TimestampStyle#INTEGER} unless changed
     */
    public void timestampStyle(TimestampStyle style) {
        settings.timestampStyle(style);
    }

    /**
     * How values are written that are not given as JSON.
     *
     * @param shape {@link ValueShape#OBJECT} unless changed
     */
    public void valueShape(ValueShape shape) {
        settings.valueShape(shape);
    }

    /**
     * Whether each update message is sent twice.
     *
     * @param on false unless changed
     */
    public void repeatUpdates(boolean on) {
        settings.updatesRepeated(on);
    }

    /**
     * Whether each update message is followed by one that it overtook: the previous value of each of its statistics, with
     * its earlier timestamp.
     *
     * @param on false unless changed
     */
    public void shuffleUpdates(boolean on) {
        settings.updatesShuffled(on);
    }

    /**
     * Whether the service makes up ids of subscriptions and statistics, as the simulator of the vendor does, in place of
     * those that the client has chosen.
     *
     * @param on false unless changed
     */
    public void assignOwnIds(boolean on) {
        settings.ownIds(on);
    }

    /**
     * How many statistics a request may ask for or subscribe to; one with more is answered 400.
     *
     * @param number as many as one likes unless changed
     */
    public void maxStatisticsPerRequest(int number) {
        settings.maxStatistics(number);
    }

    /**
     * How long polls are held when nothing happens. It is the advice to clients and applies to polls that come from now
     * on.
     *
     * @param timeout real time, 20 seconds unless changed
     */
    public void pollTimeout(Duration timeout) {
        backdoor.pollTimeout(timeout);
    }

    /**
     * How long a CometD session lives after its last poll was answered. It applies to polls that are answered from now
     * on.
     *
     * @param lifetime real time, 10 seconds unless changed
     */
    public void sessionLifetime(Duration lifetime) {
        backdoor.sessionLifetime(lifetime);
    }

    /**
     * The open CometD sessions.
     *
     * @return their client ids in alphabetical order
     */
    public List<String> sessions() {
        return backdoor.sessionIds();
    }

    /**
     * The open subscriptions of all sessions.
     *
     * @return their ids in the order in which they were opened
     */
    public List<String> subscriptions() {
        return backdoor.subscriptionIds();
    }

    /**
     * How many polls wait at this moment.
     *
     * @return the number of held polls
     */
    public int heldPolls() {
        return backdoor.heldPolls();
    }

    /**
     * Waits until so many polls are held. From then on, what is pushed to them ends them at once.
     *
     * @param number exact number of polls
     * @param atMost real time to wait
     * @throws AssertionError if there are more or fewer when the time is over
     */
    public void awaitHeldPolls(int number, Duration atMost) {
        backdoor.awaitHeldPolls(number, atMost);
    }

    /**
     * Waits until so many CometD sessions are open.
     *
     * @param number exact number of sessions
     * @param atMost real time to wait
     * @throws AssertionError if there are more or fewer when the time is over
     */
    public void awaitSessions(int number, Duration atMost) {
        backdoor.awaitSessions(number, atMost);
    }

    /**
     * Waits until so many subscriptions are open.
     *
     * @param number exact number of subscriptions
     * @param atMost real time to wait
     * @throws AssertionError if there are more or fewer when the time is over
     */
    public void awaitSubscriptions(int number, Duration atMost) {
        backdoor.awaitSubscriptions(number, atMost);
    }

    /**
     * Brings a demonstration to life: from now on a few percent of the subscribed statistics change at each step, until
     * the sandbox closes.
     *
     * @param step real time between two steps, zero for no more changes
     */
    public void simulate(Duration step) {
        backdoor.simulate(step);
    }
}
