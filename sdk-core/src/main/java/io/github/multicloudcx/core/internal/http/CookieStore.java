package io.github.multicloudcx.core.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The cookies of one server session, kept by the rules of RFC 6265. Thread-safe. */
public final class CookieStore {
    private final List<Cookie> cookies = new ArrayList<>();

    /** Takes over what an answer sets, and returns the values, which are secrets. */
    public synchronized List<String> store(HttpUrl url, Headers answer) {
        List<Cookie> set = Cookie.parseAll(url, answer);
        for (Cookie cookie : set) {
            cookies.removeIf(old -> same(old, cookie));
            if (cookie.expiresAt() > System.currentTimeMillis()) {
                cookies.add(cookie);
            }
        }
        return set.stream().map(Cookie::value).toList();
    }

    private static boolean same(Cookie a, Cookie b) {
        return a.name().equals(b.name())
                && a.domain().equals(b.domain())
                && a.path().equals(b.path());
    }

    /**
     * The value of the Cookie header of a request, or null.
     *
     * @param url where it goes
     * @param others what the header holds already; the cookies of this store win over others of the same name
     */
    @Nullable
    String header(HttpUrl url, @Nullable String others) {
        List<Cookie> own = matching(url);
        Stream<String> kept = others == null
                ? Stream.of()
                : Stream.of(others.split(";\\s*"))
                        .filter(other -> own.stream().noneMatch(cookie -> other.startsWith(cookie.name() + "=")));
        String header = Stream.concat(own.stream().map(cookie -> cookie.name() + "=" + cookie.value()), kept)
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? null : header;
    }

    private synchronized List<Cookie> matching(HttpUrl url) {
        long now = System.currentTimeMillis();
        cookies.removeIf(cookie -> cookie.expiresAt() <= now);
        return cookies.stream().filter(cookie -> cookie.matches(url)).toList();
    }

    /** The names of the cookies, in the order in which they came. */
    public synchronized List<String> names() {
        return cookies.stream().map(Cookie::name).toList();
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        cookies.clear();
    }
}
