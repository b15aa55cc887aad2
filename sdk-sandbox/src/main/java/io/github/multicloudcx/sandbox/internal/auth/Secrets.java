package io.github.multicloudcx.sandbox.internal.auth;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes unguessable values. */
public final class Secrets {
    private final SecureRandom random = new SecureRandom();

    public String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
