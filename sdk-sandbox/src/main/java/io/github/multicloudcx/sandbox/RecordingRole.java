package io.github.multicloudcx.sandbox;

/** Roles of a user of Interaction Recording. */
public enum RecordingRole {
    /** May do everything. */
    ADMINISTRATOR,
    /** Needs a permission for each operation. */
    SUPERVISOR,
    /** Needs a permission for each operation. */
    AGENT,
    /** Has none of these roles. */
    NONE
}
