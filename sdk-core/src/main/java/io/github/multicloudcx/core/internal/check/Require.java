package io.github.multicloudcx.core.internal.check;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of what a caller passes in; each error names the parameter and says what is allowed, never the value. */
public final class Require {
    private Require() {}

    /** The value, which must not be null. */
    public static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is required");
        }
        return value;
    }

    /** The text, which must hold more than white space. */
    public static String text(@Nullable String value, String name) {
        String text = present(value, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is required and must not be blank");
        }
        return text;
    }

    /** The texts, of which there must be one or more, none of them blank. */
    public static List<String> texts(@Nullable Collection<String> values, String name) {
        Collection<String> texts = present(values, name);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(name + " must name one or more");
        }
        texts.forEach(text -> text(text, "each of " + name));
        return List.copyOf(texts);
    }

    /** The number, which must be zero or more. */
    public static long notNegative(long value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, not " + value);
        }
        return value;
    }

    /** The number, which must be one or more. */
    public static long positive(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, not " + value);
        }
        return value;
    }

    /** The duration, which must be longer than zero. */
    public static Duration positive(@Nullable Duration value, String name) {
        Duration duration = present(value, name);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero, not " + duration);
        }
        return duration;
    }

    /** The duration, which must not be negative. */
    public static Duration notNegative(@Nullable Duration value, String name) {
        Duration duration = present(value, name);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, not " + duration);
        }
        return duration;
    }

    /** A value fit for an HTTP header: visible ASCII characters and blanks, no line break. */
    public static String headerValue(@Nullable String value, String name) {
        String text = text(value, name);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                throw new IllegalArgumentException(
                        name + " has a line break at position " + i + "; remove it (often the end of a file)");
            }
            if (c != '\t' && (c < ' ' || c > '~')) {
                throw new IllegalArgumentException(
                        name + " has a character at position " + i + " that no HTTP header may hold");
            }
        }
        return text;
    }

    /** A name of an HTTP header. */
    public static String headerName(@Nullable String value, String name) {
        String text = text(value, name);
        if (!text.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException(name + " is not the name of an HTTP header");
        }
        return text;
    }

    /** A value that can be one segment of a path: not blank, not a dot segment. */
    public static String segment(@Nullable String value, String name) {
        String text = partOfSegment(value, name);
        if (text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException(name + " must not be \".\" or \"..\"");
        }
        return text;
    }

    /** A value that can stand in a segment of a path beside other characters: not blank. */
    public static String partOfSegment(@Nullable String value, String name) {
        String text = text(value, name);
        if (halved(text)) {
            throw new IllegalArgumentException(name + " holds half a character (an unpaired surrogate)");
        }
        return text;
    }

    private static boolean halved(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
