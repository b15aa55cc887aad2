package io.github.multicloudcx.sandbox;

import java.util.List;

/**
 * A user of the sandbox.
 *
 * @param username {@code tenant\name} or a plain name; a tenant may be left out when signing in
 * @param password password
 * @param roles names of the roles, for example {@link #UDM_EXPORTER}
 */
public record SandboxUser(String username, String password, List<String> roles) {
    /** The role that shows a user the export jobs, their history and their files. */
    public static final String UDM_EXPORTER = "UDM UCSX Exporter";

    /** The other role that shows a user everything about exports. */
    public static final String IWD_ADMINISTRATOR = "iWD Administrator";

    /**
     * Copies the roles.
     *
     * @param username {@code tenant\name} or a plain name
     * @param password password
     * @param roles names of the roles
     */
    public SandboxUser {
        roles = List.copyOf(roles);
    }

    /**
     * A user who may export.
     *
     * @param username {@code tenant\name} or a plain name
     * @param password password
     * @return the user
     */
    public static SandboxUser exporter(String username, String password) {
        return new SandboxUser(username, password, List.of(UDM_EXPORTER));
    }

    /**
     * A user without any role, who sees no jobs and no files.
     *
     * @param username {@code tenant\name} or a plain name
     * @param password password
     * @return the user
     */
    public static SandboxUser withoutRoles(String username, String password) {
        return new SandboxUser(username, password, List.of());
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "SandboxUser[username=" + username + ", password=****, roles=" + roles + "]";
    }
}
