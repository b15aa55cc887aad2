package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.internal.check.Require;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client sends to get its first token. */
public final class Grant {
    /** How often the grant can be used. */
    enum Use {
        AGAIN,
        ONCE,
        NEVER
    }

    /** Everything else may be a secret: what further grants send is not known here. */
    private static final Set<String> PUBLIC_FIELDS =
            Set.of("grant_type", "client_id", "username", "redirect_uri", "scope", "audience", "resource");

    private static final String EVERYTHING = "*";

    private static final Set<String> NOT_IN_KEY =
            Set.of("username", "password", "code", "redirect_uri", "client_secret");

    private final String type;
    private final String clientId;
    private final String clientSecret;
    private final Map<String, String> fields;
    private final Use use;
    private final @Nullable String refreshToken;

    private Grant(
            String type,
            String clientId,
            String clientSecret,
            Map<String, String> fields,
            Use use,
            @Nullable String refreshToken) {
        this.type = type;
        this.clientId = Require.text(clientId, "clientId");
        this.clientSecret = Require.text(clientSecret, "clientSecret");
        this.fields = ordered(fields);
        this.use = use;
        this.refreshToken = refreshToken;
        if (clientId.indexOf(':') >= 0) {
            throw new IllegalArgumentException("clientId must not contain a colon (RFC 7617)");
        }
    }

    /** Keeps the order, so that one request looks like the next. */
    private static Map<String, String> ordered(Map<String, String> fields) {
        Map<String, String> copy = new LinkedHashMap<>();
        Require.present(fields, "fields")
                .forEach(
                        (name, value) -> copy.put(Require.text(name, "name of a field"), Require.present(value, name)));
        return Collections.unmodifiableMap(copy);
    }

    public static Grant of(String type, String clientId, String clientSecret, Map<String, String> fields) {
        return new Grant(type, clientId, clientSecret, fields, Use.AGAIN, null);
    }

    public static Grant oneTime(String type, String clientId, String clientSecret, Map<String, String> fields) {
        return new Grant(type, clientId, clientSecret, fields, Use.ONCE, null);
    }

    public static Grant storedOnly(String type, String clientId, String clientSecret) {
        return new Grant(type, clientId, clientSecret, Map.of(), Use.NEVER, null);
    }

    public static Grant refresh(String clientId, String clientSecret, String refreshToken) {
        return new Grant("refresh_token", clientId, clientSecret, Map.of(), Use.NEVER, refreshToken);
    }

    public Grant with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Grant(type, clientId, clientSecret, more, use, refreshToken);
    }

    String type() {
        return type;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    Use use() {
        return use;
    }

    /** The refresh token that the caller brought along. */
    @Nullable
    String refreshToken() {
        return refreshToken;
    }

    /** Fields of the token request but those of every grant. */
    Map<String, String> fields() {
        return fields;
    }

    /** Everything in it that must not be logged. */
    Stream<String> secrets() {
        Stream<String> own = Stream.of(clientSecret, StaticAuthenticator.basicValue(clientId, clientSecret));
        return Stream.concat(Stream.concat(own, secrets(fields)), Stream.ofNullable(refreshToken));
    }

    /** Values of the fields that must not be logged. */
    static Stream<String> secrets(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !PUBLIC_FIELDS.contains(field.getKey())
                        && !field.getKey().endsWith("_type"))
                .map(Map.Entry::getValue);
    }

    /** Tells sign-ins apart in a token store without naming a secret. */
    String key(String deployment) {
        return String.join("|", deployment, clientId, type, who());
    }

    /** A code is left out: who comes back without it finds the token that it was exchanged for. */
    private String who() {
        if (refreshToken != null) {
            return fingerprint(refreshToken);
        }
        String username = fields.getOrDefault("username", "");
        Map<String, String> others = new TreeMap<>(fields);
        others.keySet().removeAll(NOT_IN_KEY);
        others.remove("scope", EVERYTHING);
        return others.isEmpty() ? username : username + "#" + fingerprint(others.toString());
    }

    private static String fingerprint(String secret) {
        return UUID.nameUUIDFromBytes(secret.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public String toString() {
        return "grant=" + type + ", clientId=" + clientId + ", secrets=****";
    }
}
