package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names say that their value is secret. */
final class SecretNames {
    /** What a name says of its value. */
    enum Kind {
        /** Nothing. */
        OPEN,
        /** Texts are secret, numbers are not: {@code max_tokens}. */
        SECRET_TEXT,
        /** Everything but yes, no and nothing is secret. */
        SECRET;

        boolean hides(JsonNode value) {
            return switch (this) {
                case OPEN -> false;
                case SECRET_TEXT -> !value.isNull() && !value.isBoolean() && !value.isNumber();
                case SECRET -> !value.isNull() && !value.isBoolean();
            };
        }
    }

    private static final List<String> PARTS = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "secret",
            "credential",
            "apikey",
            "privatekey",
            "accesskey",
            "authorization",
            "bearer",
            "cookie");
    private static final Set<String> WORDS = Set.of("pwd", "pin", "pincode", "otp", "cvv");

    private SecretNames() {}

    static Kind kind(String name) {
        String joined = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (PARTS.stream().anyMatch(joined::contains) || words(name).stream().anyMatch(WORDS::contains)) {
            return Kind.SECRET;
        }
        return joined.contains("token") ? Kind.SECRET_TEXT : Kind.OPEN;
    }

    /** Of an entry that has its name in a field. */
    static Kind kindOfEntry(JsonNode entry) {
        Kind key = kind(entry.path("key").asText(""));
        return key == Kind.OPEN ? kind(entry.path("name").asText("")) : key;
    }

    /** Words of names such as {@code userPINs}, {@code user_pin2} and {@code user-pin}. */
    private static List<String> words(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                .replaceAll("[^A-Za-z]+", " ")
                .toLowerCase(Locale.ROOT);
        return List.of(spaced.trim().replaceAll("s\\b", "").split(" +"));
    }
}
