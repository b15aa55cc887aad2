package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
    private static String expand(String value) {
        return PathTemplate.expand("/jobs/{id}/files", Map.of("id", value));
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a%2Fb",
        "a?b, a%3Fb",
        "a%2Fb, a%252Fb",
        "%2e%2e, %252e%252e",
        "../.., ..%2F..",
        "..., ...",
        "a#b, a%23b",
        "a b, a%20b",
        "a+b&c=d;e, a%2Bb%26c%3Dd%3Be",
        "a\\b, a%5Cb",
        "{id}, %7Bid%7D",
        "$1, %241",
        "ä€, %C3%A4%E2%82%AC",
        "😀, %F0%9F%98%80",
        "AZaz09-._~, AZaz09-._~"
    })
    void aValueIsEncodedAsOneSegment(String value, String segment) {
        assertThat(expand(value)).isEqualTo("/jobs/" + segment + "/files");
    }

    @Test
    void controlCharactersAreEncoded() {
        assertThat(expand("a\r\nb\0\u007f")).isEqualTo("/jobs/a%0D%0Ab%00%7F/files");
    }

    @Test
    void severalPlaceholdersAreFilled() {
        assertThat(PathTemplate.expand("/a/{x}/{y}.zip/{x}", Map.of("x", "1", "y", "2")))
                .isEqualTo("/a/1/2.zip/1");
        assertThat(PathTemplate.expand("/a", Map.of())).isEqualTo("/a");
    }

    @Test
    void anUnfilledPlaceholderIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.expand("/a/{x}/{y}", Map.of("x", "1")))
                .withMessage("y is required");
    }

    @Test
    void anUnknownPlaceholderIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.expand("/a/{x}", Map.of("x", "1", "z", "2")))
                .withMessage("path /a/{x} has no placeholder z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", ".", "..", "\ud800", "a\udc00b"})
    void aValueThatIsNoSegmentIsRefusedByName(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> expand(value)).withMessageStartingWith("id ");
    }

    @ParameterizedTest
    @CsvSource({".", "..", "a/b", "ext_7"})
    void besideOtherCharactersADotIsLikeAnyOther(String value) {
        assertThat(PathTemplate.expand("/a/ext_{id}/stop", Map.of("id", value)))
                .isEqualTo("/a/ext_" + value.replace("/", "%2F") + "/stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\ud800"})
    void aPartOfASegmentIsNotBlankAndNotHalfACharacter(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.expand("/a/ext_{id}", Map.of("id", value)))
                .withMessageStartingWith("id ");
    }

    @Test
    void placeholdersSideBySideMakeNoDotSegment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.expand("/a/{x}{y}", Map.of("x", ".", "y", ".")))
                .withMessage("x must not be \".\" or \"..\"");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "jobs", "/jobs?x=1", "/jobs#x", "/jobs/{id", "/jobs/id}", "/jobs/{}", "/{a/b}"})
    void aTemplateThatIsNoneIsRefused(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.check(template))
                .withMessageStartingWith("path ");
    }

    @Test
    void aTemplateIsTakenAsItIs() {
        assertThat(PathTemplate.check("/jobs/{id}/{name}.zip")).isEqualTo("/jobs/{id}/{name}.zip");
    }
}
