package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.testing.TestThreads;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieStoreTest {
    private static final HttpUrl URL = HttpUrl.get("https://api.example.com/statistics/v3/notifications/handshake");

    private final CookieStore store = new CookieStore();

    private List<String> set(HttpUrl url, String... cookies) {
        Headers.Builder headers = new Headers.Builder();
        for (String cookie : cookies) {
            headers.add("Set-Cookie", cookie);
        }
        return store.store(url, headers.build());
    }

    private String sent(String url) {
        return store.header(HttpUrl.get(url), null);
    }

    @Test
    void severalCookiesAreSentInTheOrderInWhichTheyCame() {
        assertThat(set(URL, "A=1; Path=/", "B=2; Path=/")).containsExactly("1", "2");
        assertThat(set(URL, "C=3; Path=/")).containsExactly("3");
        assertThat(sent("https://api.example.com/")).isEqualTo("A=1; B=2; C=3");
        assertThat(store.names()).containsExactly("A", "B", "C");
    }

    @Test
    void nothingSetIsNothingSent() {
        assertThat(set(URL)).isEmpty();
        assertThat(sent("https://api.example.com/")).isNull();
    }

    @Test
    void aCookieOfTheSameNameDomainAndPathReplacesTheOlderOne() {
        set(URL, "A=1; Path=/");
        set(URL, "A=2; Path=/");
        assertThat(sent("https://api.example.com/")).isEqualTo("A=2");
        set(URL, "A=3; Path=/statistics");
        assertThat(sent("https://api.example.com/")).isEqualTo("A=2");
        assertThat(sent("https://api.example.com/statistics/v3")).contains("A=2", "A=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Max-Age=0", "Max-Age=-1", "Expires=Thu, 01 Jan 1970 00:00:00 GMT"})
    void aCookieThatHasExpiredIsForgotten(String attribute) {
        set(URL, "A=1; Path=/", "B=2; Path=/");
        set(URL, "A=gone; Path=/; " + attribute);
        assertThat(sent("https://api.example.com/")).isEqualTo("B=2");
        assertThat(store.names()).containsExactly("B");
    }

    @Test
    void aCookieThatWillExpireLaterIsSent() {
        set(URL, "A=1; Path=/; Max-Age=3600");
        assertThat(sent("https://api.example.com/")).isEqualTo("A=1");
    }

    @ParameterizedTest
    @CsvSource({
        "A=1; Path=/statistics/v3,            https://api.example.com/statistics/v3/subscriptions, true",
        "A=1; Path=/statistics/v3,            https://api.example.com/statistics/v3,               true",
        "A=1; Path=/statistics/v3,            https://api.example.com/statistics/v30,              false",
        "A=1; Path=/statistics/v3,            https://api.example.com/udm/v10,                     false",
        "A=1,                                 https://api.example.com/statistics/v3/notifications/connect, true",
        "A=1,                                 https://api.example.com/statistics/v3/subscriptions, false",
        "A=1; Path=/,                         https://other.example.com/,                          false",
        "A=1; Path=/,                         https://sub.api.example.com/,                        false",
        "A=1; Path=/; Domain=example.com,     https://other.example.com/,                          true",
        "A=1; Path=/; Domain=example.com,     https://example.com.evil.org/,                       false",
        "A=1; Path=/; Domain=other.example.com, https://other.example.com/,                        false",
        "A=1; Path=/; Domain=com,             https://other.com/,                                  false",
        "A=1; Path=/; Secure,                 https://api.example.com/,                            true",
        "A=1; Path=/; Secure,                 http://api.example.com/,                             false",
        "A=1; Path=/; HttpOnly; SameSite=Strict, https://api.example.com/,                         true"
    })
    void aCookieGoesWherePathDomainAndSecureAllow(String cookie, String url, boolean sent) {
        set(URL, cookie);
        assertThat(sent(url)).isEqualTo(sent ? "A=1" : null);
    }

    @Test
    void cookiesOfTheUserAreKeptUnlessTheSessionHasOneOfTheSameName() {
        set(URL, "A=1; Path=/");
        assertThat(store.header(URL, "A=theirs; AA=2; b=A=3")).isEqualTo("A=1; AA=2; b=A=3");
        assertThat(store.header(URL, null)).isEqualTo("A=1");
        store.clear();
        assertThat(store.header(URL, "A=theirs; AA=2")).isEqualTo("A=theirs; AA=2");
    }

    @Test
    void whatIsNoCookieIsLeftOut() {
        assertThat(set(URL, "", "=x", "no equals sign", "A=1; Path=/")).containsExactly("1");
        assertThat(store.names()).containsExactly("A");
    }

    @Test
    void clearedItHasNothing() {
        set(URL, "A=1; Path=/");
        store.clear();
        assertThat(store.names()).isEmpty();
        assertThat(sent("https://api.example.com/")).isNull();
    }

    @Test
    void itShowsNoValue() {
        set(URL, "A=very-secret; Path=/");
        assertThat(store.toString()).doesNotContain("very-secret");
    }

    @Test
    void manyThreadsMaySetAndSendAtOnce() throws Exception {
        var running = TestThreads.startTogether(16, () -> {
            for (int i = 0; i < 200; i++) {
                int name = ThreadLocalRandom.current().nextInt(8);
                set(URL, "C" + name + "=" + i + "; Path=/");
                String header = sent("https://api.example.com/");
                assertThat(header.split("; ")).doesNotHaveDuplicates();
            }
            return null;
        });
        for (var one : running) {
            Future<?> result = one.result();
            result.get();
        }
        Set<String> all = IntStream.range(0, 8).mapToObj(i -> "C" + i).collect(Collectors.toSet());
        assertThat(store.names()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Arrays.stream(sent("https://api.example.com/").split("; "))).hasSize(8);
    }

    @Test
    void noCookieOfAnyThreadIsLost() throws Exception {
        int threads = 8;
        int each = 100;
        AtomicInteger numbers = new AtomicInteger();
        var running = TestThreads.startTogether(threads, () -> {
            int number = numbers.getAndIncrement();
            for (int i = 0; i < each; i++) {
                String cookie = "T" + number + "-" + i + "=v";
                set(URL, cookie + "; Path=/");
                assertThat(sent("https://api.example.com/").split("; ")).contains(cookie);
            }
            return null;
        });
        for (var one : running) {
            Future<?> result = one.result();
            result.get();
        }
        assertThat(store.names()).hasSize(threads * each).doesNotHaveDuplicates();
        assertThat(sent("https://api.example.com/").split("; ")).hasSize(threads * each);
    }

    @Test
    @Timeout(60)
    void aCookieThatExpiresWhileNothingIsSetIsNeitherSentNorNamed() {
        AtomicLong now = new AtomicLong(System.currentTimeMillis());
        CookieStore aging = new CookieStore(now::get);
        aging.store(URL, Headers.of("Set-Cookie", "A=1; Path=/; Max-Age=600"));
        aging.store(URL, Headers.of("Set-Cookie", "B=2; Path=/"));
        assertThat(aging.header(URL, null)).isEqualTo("A=1; B=2");
        now.addAndGet(601_000);
        assertThat(aging.header(URL, null)).isEqualTo("B=2");
        assertThat(aging.names()).containsExactly("B");
    }
}
