package io.github.multicloudcx.nexus.securemail;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Page;
import java.util.stream.Stream;

/**
 * The secure emails of a consumer. No total is answered: the last page is the one with fewer emails than were asked for. A
 * server may allow fewer than that, so a page with {@value #DEFAULT_SIZE} or more is followed by another request all the same.
 *
 * <p>The index counts from the newest email of the moment. One that arrives while pages are read shifts the others:
 * {@link #stream()} leaves out what it has seen. One that is removed or changes its status shifts them the other way, so that
 * some would be passed over: collect the list first, then remove.
 */
public interface SecureMailList {
    /** How many emails a page holds unless {@link #size(long)} says otherwise. */
    long DEFAULT_SIZE = 10;

    /**
     * Keeps emails of a status.
     *
     * @param which all unless set
     * @return a copy
     */
    SecureMailList status(SecureMailStatus which);

    /**
     * Keeps emails of a securebox, which holds the emails of a contact apart per department.
     *
     * @param name 3 to 16 letters of the English alphabet or digits
     * @return a copy
     * @throws IllegalArgumentException when it is another name
     */
    SecureMailList securebox(String name);

    /**
     * Begins elsewhere than at the first email; sent as {@code index}.
     *
     * @param index 0 or more
     * @return a copy
     */
    SecureMailList from(long index);

    /**
     * Sets how many emails a page holds; sent as {@code count}.
     *
     * @param items 1 or more
     * @return a copy
     */
    SecureMailList size(long items);

    /**
     * Gets one page.
     *
     * @return the call
     */
    Call<Page<SecureMail>> page();

    /**
     * Gets everything, page by page, each when it is needed. An email that has been seen already is left out, recognised by
     * its id; one without an id never is. It holds no connection and needs no closing.
     *
     * @return the emails
     */
    Stream<SecureMail> stream();
}
