package io.github.multicloudcx.udm.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * Kind of an export job. The reference lists two kinds for v10; any other text is sent as it is.
 *
 * <p>User Data Management API v10, model "Job".
 *
 * @param value the text on the wire, not blank
 */
public record JobType(@JsonValue String value) {
    /** Contacts and interactions of the Universal Contact Server. */
    public static final JobType UCS = new JobType("UCS");

    /** Synchronisation of data. */
    public static final JobType DATA_SYNC = new JobType("DataSync");

    /**
     * Checks the text.
     *
     * @param value the text on the wire, not blank
     */
    public JobType {
        Require.text(value, "type");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
