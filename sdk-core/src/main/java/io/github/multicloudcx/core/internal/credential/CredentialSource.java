package io.github.multicloudcx.core.internal.credential;

import io.github.multicloudcx.core.error.CxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link SharedCredential} comes from.
 *
 * @param <T> kind of the credential; two of them are equal when they are the same to the server
 */
public interface CredentialSource<T> {
    /** One that is there already, or null. Asked once. */
    default @Nullable T stored() {
        return null;
    }

    /** One other than that which is no good any more. */
    T renew(@Nullable T worn) throws InterruptedException;

    /** Whether it must not be used any more. */
    default boolean expired(T credential) {
        return false;
    }

    /** Whether it is still good, but better renewed now. */
    default boolean stale(T credential) {
        return false;
    }

    /** Where it comes from, for errors. */
    String address();

    /** What a waiter throws for a failure of {@link #renew}: an exception of its own each time, as each gets its own attempts. */
    CxException failure(CxException cause);
}
