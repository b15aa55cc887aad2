package io.github.multicloudcx.benchmarks.live;

/**
 * What became of a load.
 *
 * @param heapBefore bytes in use after the first minute in virtual time, else in the middle
 * @param heapAfter bytes in use at the end
 * @param polls how often the client polled
 * @param latePolls how many polls came so late that they must have waited for the listener
 * @param longestPause the longest time without a poll, in milliseconds
 * @param problems wrong values, gaps, errors, and what did not end
 */
public record Outcome(long heapBefore, long heapAfter, long polls, long latePolls, double longestPause, int problems) {}
