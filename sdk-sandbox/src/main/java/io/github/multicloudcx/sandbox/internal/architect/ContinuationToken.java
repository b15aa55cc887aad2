package io.github.multicloudcx.sandbox.internal.architect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Where a list goes on, as a text that a client does not look into. */
final class ContinuationToken {
    private ContinuationToken() {}

    static String of(int position) {
        byte[] text = ("flow " + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The position in a list of this size; nothing when the token is not one of its tokens. */
    static OptionalInt position(String token, int size) {
        return IntStream.range(0, size)
                .filter(position -> of(position).equals(token))
                .findFirst();
    }
}
