package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CxHeadersTest {
    @Test
    void aTraceIdHas16LowerCaseHexDigitsAndIsNeverAllZero() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(CxHeaders.traceId(random)).matches("[0-9a-f]{16}");
        }
        assertThat(CxHeaders.traceId(() -> 0L)).isEqualTo("0000000000000001");
        assertThat(CxHeaders.traceId(() -> 0xABCL)).isEqualTo("0000000000000abc");
    }

    @Test
    void namesCompareWithoutRegardToCase() {
        var map = CxHeaders.map(Headers.of("X-Some", "a", "x-some", "b"));
        assertThat(map.get("X-SOME")).containsExactly("a", "b");
        assertThat(map).hasSize(1).isUnmodifiable();
    }

    @Test
    void theUserAgentNamesTheSdkItsVersionAndJava() {
        assertThat(UserAgent.value())
                .matches("multicloud-cx-sdk-java/\\d+\\.\\d+\\.\\d+\\S* \\(Java \\S+\\)")
                .contains(System.getProperty("java.version"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://b.example/y?z=1, https://b.example/y?z=1",
        "https://a.example/x/y, z, https://a.example/x/z",
        "http://a.example/x, https://b.example/, https://b.example/",
        "http://a.example/x, http://b.example/, http://b.example/",
        "https://a.example/x, http://a.example/x,",
        "https://a.example/x, ftp://a.example/x,",
        "https://a.example/x,,"
    })
    void aRedirectLeadsNowhereWhenItLeadsToPlainHttpOrSaysNothing(String from, String location, String target) {
        assertThat(Redirects.target(HttpUrl.get(from), location))
                .isEqualTo(target == null ? null : HttpUrl.get(target));
    }

    @ParameterizedTest
    @CsvSource({
        "300, false",
        "301, true",
        "302, true",
        "303, true",
        "304, false",
        "307, true",
        "308, true",
        "200, false"
    })
    void redirectsAreThoseThatPointElsewhere(int status, boolean redirect) {
        assertThat(Redirects.is(status)).isEqualTo(redirect);
    }
}
