package io.github.multicloudcx.auth;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * Old and new password of a user. Models {@code ChangePasswordOperation} of the Authentication API. It prints no password.
 *
 * @param oldPassword the password that is good now
 * @param newPassword the password to be
 * @param userName whose password it is; null means the user to whom the token belongs, so that it is needed only on a
 *     connection without credentials
 * @param operationId correlates the request with an outcome that follows later, or null
 */
public record PasswordChange(
        String oldPassword,
        String newPassword,
        @Nullable String userName,
        @Nullable String operationId) {
    /**
     * Checks the values.
     *
     * @param oldPassword the password that is good now
     * @param newPassword the password to be
     * @param userName whose password it is; null means the user to whom the token belongs, so that it is needed only on a
     *     connection without credentials
     * @param operationId correlates the request with an outcome that follows later, or null
     * @throws IllegalArgumentException when one is blank, or missing though it is required, naming it
     */
    public PasswordChange {
        Require.text(oldPassword, "oldPassword");
        Require.text(newPassword, "newPassword");
        if (userName != null) {
            Require.text(userName, "userName");
        }
        if (operationId != null) {
            Require.text(operationId, "operationId");
        }
    }

    /**
     * Begins to describe a change.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Masks the passwords. */
    @Override
    public String toString() {
        return "PasswordChange[oldPassword=****, newPassword=****, userName=" + userName + ", operationId="
                + operationId + "]";
    }

    /** Describes a change. Not for several threads. */
    public static final class Builder {
        private @Nullable String oldPassword;
        private @Nullable String newPassword;
        private @Nullable String userName;
        private @Nullable String operationId;

        private Builder() {}

        /**
         * Sets the password that is good now.
         *
         * @param password required
         * @return this builder
         */
        public Builder oldPassword(String password) {
            oldPassword = password;
            return this;
        }

        /**
         * Sets the password to be.
         *
         * @param password required
         * @return this builder
         */
        public Builder newPassword(String password) {
            newPassword = password;
            return this;
        }

        /**
         * Says whose password it is.
         *
         * @param name by default the user to whom the token belongs
         * @return this builder
         */
        public Builder userName(String name) {
            userName = Require.text(name, "userName");
            return this;
        }

        /**
         * Correlates the request with an outcome that follows later.
         *
         * @param id by default there is none
         * @return this builder
         */
        public Builder operationId(String id) {
            operationId = Require.text(id, "operationId");
            return this;
        }

        /**
         * Makes the change.
         *
         * @return the change
         * @throws IllegalArgumentException when a password is missing or blank, naming it
         */
        public PasswordChange build() {
            return new PasswordChange(
                    Require.text(oldPassword, "oldPassword"),
                    Require.text(newPassword, "newPassword"),
                    userName,
                    operationId);
        }
    }
}
