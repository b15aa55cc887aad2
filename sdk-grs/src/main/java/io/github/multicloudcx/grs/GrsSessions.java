package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.grs.model.ApiToken;
import io.github.multicloudcx.grs.model.OpenedSession;

/** The session calls as the reference has them. Each login opens a session at the server, whose number is limited. */
public interface GrsSessions {
    /**
     * Opens a session; see "login". The call fails with {@link PasswordChangeRequiredException} when the password has
     * expired, and with 503 when the server has no session left.
     *
     * @param user user id, without a colon
     * @param password password
     * @return the call
     * @throws IllegalArgumentException when one is blank, or the user has a colon
     */
    Call<OpenedSession> login(String user, String password);

    /**
     * Changes a password that has expired, and opens a session; see "changepassword".
     *
     * @param user user id, without a colon
     * @param originalPassword password until now
     * @param newPassword password from now on
     * @return the call
     * @throws IllegalArgumentException when one is blank, or the user has a colon
     */
    Call<OpenedSession> changePassword(String user, String originalPassword, String newPassword);

    /**
     * Closes a session; see "logout".
     *
     * @param user user id, without a colon
     * @param apiToken token of the session
     * @return the description
     * @throws IllegalArgumentException when the user is blank or has a colon
     */
    CloseSession logout(String user, ApiToken apiToken);
}
