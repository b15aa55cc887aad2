package io.github.multicloudcx.sandbox;

/** Generations of the Rules System, which answer in different forms. */
public enum RulesGeneration {
    /** Up to 8.5.300: the history is wrapped, with {@code deployedTo} and {@code deployScheduleDateTime}. */
    V8_5_300,
    /** From 8.5.301: the history is a bare array, with {@code target}, {@code deployScheduledDateTime}, {@code deployedFrom}. */
    V8_5_301,
    /** From 8.5.303: the same with {@code operation}. */
    V8_5_303
}
