package io.github.multicloudcx.sandbox.internal.rules;

import java.util.Set;

/**
 * A user of the Rules System.
 *
 * @param name user id
 * @param password password
 * @param permissions names of permissions
 * @param expired whether the password must be changed
 */
record RulesUser(String name, String password, Set<String> permissions, boolean expired) {
    /** Without the password. */
    @Override
    public String toString() {
        return "RulesUser[" + name + "]";
    }
}
