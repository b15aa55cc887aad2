package io.github.multicloudcx.sandbox;

/** How the timestamp of a value is written; it is always in milliseconds since the epoch. */
public enum TimestampStyle {
    /** {@code 1490830620000}. */
    INTEGER,
    /** {@code 1490830620000.0}. */
    DECIMAL,
    /** {@code "1490830620000"}. */
    TEXT
}
