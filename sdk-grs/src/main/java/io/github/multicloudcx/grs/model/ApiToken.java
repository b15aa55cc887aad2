package io.github.multicloudcx.grs.model;

import io.github.multicloudcx.core.internal.check.Require;

/** The token of a session: a secret, which is never printed. */
public final class ApiToken {
    private final String value;

    private ApiToken(String value) {
        this.value = value;
    }

    /**
     * Makes a token.
     *
     * @param value as the server gave it; white space is removed
     * @return the token
     * @throws IllegalArgumentException when it is blank
     */
    public static ApiToken of(String value) {
        return new ApiToken(Require.text(value, "apiToken").replaceAll("\\s+", ""));
    }

    /**
     * Returns the secret.
     *
     * @return the token as it is sent in place of the password
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiToken token && value.equals(token.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
