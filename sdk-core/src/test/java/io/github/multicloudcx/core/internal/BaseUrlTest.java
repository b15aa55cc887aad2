package io.github.multicloudcx.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, https://api.example.com/",
        "https://api.example.com/, https://api.example.com/",
        "https://api.example.com//, https://api.example.com/",
        "HTTPS://API.Example.COM:8443, https://api.example.com:8443/",
        "https://api.example.com/gre-rat, https://api.example.com/gre-rat",
        "https://api.example.com/gre-rat/, https://api.example.com/gre-rat",
        "https://api.example.com/a/b///, https://api.example.com/a/b",
        "'  https://api.example.com  ', https://api.example.com/"
    })
    void slashesAtTheEndAreDropped(String text, String url) {
        assertThat(BaseUrl.parse(text, "baseUrl")).hasToString(url);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aMissingUrlIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.parse(text, "baseUrl"))
                .withMessageStartingWith("baseUrl is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.com",
                "ftp://api.example.com",
                "https://",
                "https:///",
                "https://api example.com",
                "https://api.example.com/a b",
                "https://api.example.com/a\nb",
                "https://api.example.com:port",
                "//api.example.com",
                "file:///etc/passwd"
            })
    void whatIsNoUrlOfAServerIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.parse(text, "baseUrl"))
                .withMessage("baseUrl is not an http or https URL with a host, such as"
                        + " https://gapi-use1.genesyscloud.com; begin it with https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@api.example.com",
                "https://user:hunter22@api.example.com",
                "https://:hunter22@api.example.com",
                "https://api.example.com?",
                "https://api.example.com/?tenant=1",
                "https://api.example.com/#top"
            })
    void userInfoQueryAndFragmentAreRefusedWithoutQuotingThem(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.parse(text, "baseUrl of GRS"))
                .withMessage("baseUrl of GRS must not carry a user, a password, a query or a fragment");
    }

    @Test
    void aHostIsSpelledAsInAUrl() {
        assertThat(BaseUrl.host("Api.Example.COM")).isEqualTo("api.example.com");
        assertThat(BaseUrl.host("[FD00::1]")).isEqualTo("fd00::1");
        assertThat(BaseUrl.host("fd00::1")).isEqualTo("fd00::1");
        assertThat(BaseUrl.host("münchen.example")).isEqualTo("xn--mnchen-3ya.example");
    }
}
