package io.github.multicloudcx.nexus.securemail;

import io.github.multicloudcx.core.internal.check.Require;

/**
 * Which secure emails are meant; other values than the constants may be sent.
 *
 * @param value as it is written
 */
public record SecureMailStatus(String value) {
    /** Those that were not read. */
    public static final SecureMailStatus UNREAD = new SecureMailStatus("unread");

    /** Those that were read. */
    public static final SecureMailStatus READ = new SecureMailStatus("read");

    /** All of them, which is the default of the server. */
    public static final SecureMailStatus ALL = new SecureMailStatus("all");

    /**
     * Checks.
     *
     * @param value as it is written
     */
    public SecureMailStatus {
        Require.text(value, "status");
    }

    @Override
    public String toString() {
        return value;
    }
}
