package io.github.multicloudcx.core.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RequireTest {
    private static void refused(String message, ThrowingCallable check) {
        assertThatIllegalArgumentException().isThrownBy(check).withMessage(message);
    }

    @Test
    void whatMustBePresentIsNotNull() {
        assertThat(Require.present("", "name")).isEmpty();
        refused("name is required", () -> Require.present(null, "name"));
    }

    @Test
    void aTextIsNotBlank() {
        assertThat(Require.text(" a ", "name")).isEqualTo(" a ");
        refused("name is required", () -> Require.text(null, "name"));
        refused("name is required and must not be blank", () -> Require.text(" \t", "name"));
    }

    @Test
    void textsAreOneOrMoreAndNoneIsBlank() {
        assertThat(Require.texts(List.of("a", "b"), "names")).containsExactly("a", "b");
        refused("names is required", () -> Require.texts(null, "names"));
        refused("names must name one or more", () -> Require.texts(List.of(), "names"));
        refused("each of names is required and must not be blank", () -> Require.texts(List.of("a", " "), "names"));
        refused("each of names is required", () -> Require.texts(Arrays.asList("a", null), "names"));
    }

    @Test
    void textsAreCopied() {
        List<String> given = new ArrayList<>(List.of("a"));
        List<String> texts = Require.texts(given, "names");
        given.add("b");

        assertThat(texts).containsExactly("a");
    }

    @Test
    void numbersHaveALowerBound() {
        assertThat(Require.notNegative(0, "count")).isZero();
        assertThat(Require.positive(1, "count")).isEqualTo(1);
        refused("count must be 0 or more, not -1", () -> Require.notNegative(-1, "count"));
        refused("count must be 1 or more, not 0", () -> Require.positive(0, "count"));
    }

    @Test
    void durationsHaveALowerBound() {
        assertThat(Require.notNegative(Duration.ZERO, "wait")).isZero();
        assertThat(Require.positive(Duration.ofNanos(1), "wait")).isEqualTo(Duration.ofNanos(1));
        refused("wait must not be negative, not PT-1S", () -> Require.notNegative(Duration.ofSeconds(-1), "wait"));
        refused("wait must be longer than zero, not PT0S", () -> Require.positive(Duration.ZERO, "wait"));
        refused("wait must be longer than zero, not PT-1S", () -> Require.positive(Duration.ofSeconds(-1), "wait"));
        refused("wait is required", () -> Require.positive((Duration) null, "wait"));
        refused("wait is required", () -> Require.notNegative(null, "wait"));
    }

    @Test
    void headerValuesAreVisibleAsciiAndNotQuoted() {
        assertThat(Require.headerValue("a b\tc~!", "key")).isEqualTo("a b\tc~!");
        refused(
                "key has a line break at position 1; remove it (often the end of a file)",
                () -> Require.headerValue("a\nb", "key"));
        refused(
                "key has a line break at position 2; remove it (often the end of a file)",
                () -> Require.headerValue("ab\r", "key"));
        refused(
                "key has a character at position 0 that no HTTP header may hold",
                () -> Require.headerValue("ä", "key"));
        refused(
                "key has a character at position 1 that no HTTP header may hold",
                () -> Require.headerValue("a\u0001", "key"));
        refused(
                "key has a character at position 1 that no HTTP header may hold",
                () -> Require.headerValue("a\u007f", "key"));
        refused("key is required and must not be blank", () -> Require.headerValue(" ", "key"));
    }

    @Test
    void headerNamesAreTokens() {
        assertThat(Require.headerName("X-My_Header.1", "header")).isEqualTo("X-My_Header.1");
        for (String name : new String[] {"a b", "a:b", "a\nb", "ä", "(a)", "a/b"}) {
            refused("header is not the name of an HTTP header", () -> Require.headerName(name, "header"));
        }
        refused("header is required", () -> Require.headerName(null, "header"));
    }

    @Test
    void aSegmentIsNoDotSegmentAndNoHalfCharacter() {
        assertThat(Require.segment("a/..", "id")).isEqualTo("a/..");
        assertThat(Require.segment("😀", "id")).isEqualTo("😀");
        refused("id must not be \".\" or \"..\"", () -> Require.segment(".", "id"));
        refused("id must not be \".\" or \"..\"", () -> Require.segment("..", "id"));
        refused("id is required and must not be blank", () -> Require.segment("", "id"));
        refused("id holds half a character (an unpaired surrogate)", () -> Require.segment("a\ud83d", "id"));
    }
}
