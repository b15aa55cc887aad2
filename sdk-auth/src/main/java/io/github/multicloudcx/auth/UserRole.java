package io.github.multicloudcx.auth;

import io.github.multicloudcx.auth.internal.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role of a user. Models {@code UserRole} of the Authentication API.
 *
 * @param name name of the role, or null
 * @param privileges what it allows; empty when absent
 */
public record UserRole(@Nullable String name, List<String> privileges) {
    /**
     * Copies the list; when it is absent it becomes empty.
     *
     * @param name name of the role, or null
     * @param privileges what it allows; empty when absent
     */
    public UserRole {
        privileges = Absent.toEmpty(privileges);
    }
}
