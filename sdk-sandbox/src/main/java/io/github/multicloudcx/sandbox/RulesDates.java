package io.github.multicloudcx.sandbox;

/** How the Rules System writes times. */
public enum RulesDates {
    /** Milliseconds since the epoch, as numbers. */
    MILLISECONDS,
    /** The same as texts. */
    NUMERIC_TEXT,
    /** ISO 8601 in UTC. */
    ISO_8601
}
