package io.github.multicloudcx.sandbox.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a Basic header says.
 *
 * @param name user or client
 * @param secret its password
 */
public record BasicCredentials(String name, String secret) {
    private static final String SCHEME = "Basic ";

    /** Nothing when the request has no Basic header; empty texts when that cannot be read. */
    public static Optional<BasicCredentials> of(Exchange exchange) {
        String header = exchange.headers().firstOr("Authorization", "");
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(read(header.substring(SCHEME.length()).strip()))
                : Optional.empty();
    }

    private static BasicCredentials read(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            String[] parts = text.split(":", 2);
            return parts.length == 2 ? new BasicCredentials(parts[0], parts[1]) : new BasicCredentials("", "");
        } catch (IllegalArgumentException malformed) {
            return new BasicCredentials("", "");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BasicCredentials[" + name + "]";
    }
}
