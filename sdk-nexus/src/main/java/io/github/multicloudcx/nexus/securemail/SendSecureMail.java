package io.github.multicloudcx.nexus.securemail;

import io.github.multicloudcx.core.Call;

/** Sending a secure email. */
public interface SendSecureMail {
    /**
     * Sends it to a securebox.
     *
     * @param name 3 to 16 letters of the English alphabet or digits
     * @return a copy
     * @throws IllegalArgumentException when it is another name
     */
    SendSecureMail securebox(String name);

    /**
     * Sets {@code operationId}, of which the reference says no more.
     *
     * @param id not blank
     * @return a copy
     */
    SendSecureMail operationId(String id);

    /**
     * Sends. It is not repeated when its fate is unknown: it would be another email.
     *
     * @return the call
     */
    Call<SentSecureMail> call();
}
