package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.http.CookieStore;
import java.util.List;

/**
 * The cookies of one server session, for services that tie several requests together by cookies. Requests made through
 * {@link Api#session(SessionCookies)} send them and take over what answers set, by the rules of RFC 6265; expired ones are
 * dropped. Where the OkHttpClient that was handed in has a cookie jar, its cookies of other names are sent too;
 * it never gets to see those of the session. Thread-safe; the values never show.
 */
public final class SessionCookies {
    private final CookieStore store = new CookieStore();

    /** No cookies yet. */
    public SessionCookies() {}

    /**
     * Returns the names of the cookies.
     *
     * @return the names in the order in which they came
     */
    public List<String> names() {
        return store.names();
    }

    /** Forgets all cookies, so that the next request begins another session. */
    public void clear() {
        store.clear();
    }

    CookieStore store() {
        return store;
    }

    /** Names only. */
    @Override
    public String toString() {
        return "SessionCookies" + names();
    }
}
