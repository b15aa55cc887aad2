package io.github.multicloudcx.nexus.securemail;

import io.github.multicloudcx.core.Call;

/** Counting the secure emails of a consumer. */
public interface CountSecureMails {
    /**
     * Counts emails of a status.
     *
     * @param which all unless set
     * @return a copy
     */
    CountSecureMails status(SecureMailStatus which);

    /**
     * Counts emails of a securebox.
     *
     * @param name 3 to 16 letters of the English alphabet or digits
     * @return a copy
     * @throws IllegalArgumentException when it is another name
     */
    CountSecureMails securebox(String name);

    /**
     * Counts.
     *
     * @return the call
     */
    Call<SecureMailCount> call();
}
