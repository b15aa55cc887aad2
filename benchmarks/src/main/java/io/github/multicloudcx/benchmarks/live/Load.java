package io.github.multicloudcx.benchmarks.live;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much there is to do.
 *
 * @param statistics how many are subscribed to
 * @param rate updates a second
 * @param seconds for how long
 * @param listenerMillis how long the listener takes for one update
 * @param virtual whether each burst is sent as soon as the one before has arrived, instead of by the clock
 */
public record Load(int statistics, int rate, int seconds, int listenerMillis, boolean virtual) {
    /** Updates come in so many bursts a second. */
    static final int BURSTS = 20;

    /** The one statistic of each object. */
    static final String NAME = "AverageHandlingTime";

    static final String OBJECT_TYPE = "Agent";

    private static final String OBJECT = "agent";

    /** Checks that a burst has each statistic once at most. */
    public Load {
        if (rate < BURSTS || rate / BURSTS > statistics || seconds < 2) {
            throw new IllegalArgumentException("a burst is a " + BURSTS
                    + "th of the updates a second, from 1 to all statistics; there are 2 seconds or more");
        }
    }

    /** Of its {@link #arguments}. */
    public static Load of(String[] arguments) {
        int[] numbers =
                Stream.of(arguments).limit(4).mapToInt(Integer::parseInt).toArray();
        return new Load(numbers[0], numbers[1], numbers[2], numbers[3], Boolean.parseBoolean(arguments[4]));
    }

    /** As {@link #of} reads it. */
    public List<String> arguments() {
        return Stream.of(statistics, rate, seconds, listenerMillis, virtual)
                .map(String::valueOf)
                .toList();
    }

    int burst() {
        return rate / BURSTS;
    }

    int bursts() {
        return seconds * BURSTS;
    }

    /** A poll that waited for the listener would be late by all the updates of a burst; half of that is late. */
    public Duration late() {
        return Duration.ofMillis((long) burst() * listenerMillis / 2);
    }

    String object(int index) {
        return OBJECT + index;
    }

    int index(String objectId) {
        return Integer.parseInt(objectId.substring(OBJECT.length()));
    }

    /** Two receivers share a thread, each with an update of each statistic at most. */
    public Duration longestDrain() {
        return Duration.ofMillis(3L * statistics * listenerMillis).plusSeconds(30);
    }
}
