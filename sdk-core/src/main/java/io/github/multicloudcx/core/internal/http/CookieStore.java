package io.github.multicloudcx.core.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one server session, kept by the rules of RFC 6265. Thread-safe; only an answer that sets cookies takes the
 * lock.
 */
public final class CookieStore {
    private final LongSupplier clock;
    private volatile List<Cookie> cookies = List.of();

    public CookieStore() {
        this(System::currentTimeMillis);
    }

    /** With a clock that tells milliseconds since the epoch. */
    CookieStore(LongSupplier clock) {
        this.clock = clock;
    }

    /** Takes over what an answer sets, and returns the values, which are secrets. */
    public List<String> store(HttpUrl url, Headers answer) {
        if (answer.get("Set-Cookie") == null) {
            return List.of();
        }
        List<Cookie> set = Cookie.parseAll(url, answer);
        add(set);
        return set.stream().map(Cookie::value).toList();
    }

    private synchronized void add(List<Cookie> set) {
        List<Cookie> all = new ArrayList<>(cookies);
        for (Cookie cookie : set) {
            all.removeIf(old -> same(old, cookie));
            all.add(cookie);
        }
        cookies = alive(all).toList();
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
        if (own.isEmpty()) {
            return others;
        }
        Stream<String> kept = others == null
                ? Stream.of()
                : Stream.of(others.split(";\\s*"))
                        .filter(other -> own.stream().noneMatch(cookie -> other.startsWith(cookie.name() + "=")));
        return Stream.concat(own.stream().map(cookie -> cookie.name() + "=" + cookie.value()), kept)
                .collect(Collectors.joining("; "));
    }

    private List<Cookie> matching(HttpUrl url) {
        List<Cookie> all = cookies;
        return all.isEmpty()
                ? all
                : alive(all).filter(cookie -> cookie.matches(url)).toList();
    }

    private Stream<Cookie> alive(List<Cookie> all) {
        long now = clock.getAsLong();
        return all.stream().filter(cookie -> cookie.expiresAt() > now);
    }

    /** The names of the cookies, in the order in which they came. */
    public List<String> names() {
        return alive(cookies).map(Cookie::name).toList();
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        cookies = List.of();
    }
}
