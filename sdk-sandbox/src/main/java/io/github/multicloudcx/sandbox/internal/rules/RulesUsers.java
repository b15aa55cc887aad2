package io.github.multicloudcx.sandbox.internal.rules;

import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Users and their sessions. */
public final class RulesUsers {
    public static final String USER = "rules-user";
    public static final String PASSWORD = "rules-password";
    private static final Set<String> ALL =
            Set.of("SNAPSHOT_VIEW", "SNAPSHOT_CREATE", "SNAPSHOT_DELETE", "PACKAGE_DEPLOY", "PACKAGE_UNDEPLOY");

    private final Secrets secrets;
    private final Map<String, RulesUser> users = new LinkedHashMap<>();
    private final Map<String, String> sessions = new LinkedHashMap<>();

    RulesUsers(Secrets secrets) {
        this.secrets = secrets;
        users.put(USER, new RulesUser(USER, PASSWORD, ALL, false));
    }

    public synchronized void permissions(Set<String> permissions) {
        users.computeIfPresent(USER, (name, user) -> new RulesUser(name, user.password(), permissions, user.expired()));
    }

    public Set<String> allPermissions() {
        return ALL;
    }

    public synchronized void expirePassword() {
        users.computeIfPresent(USER, (name, user) -> new RulesUser(name, user.password(), user.permissions(), true));
    }

    public synchronized String password() {
        return Optional.ofNullable(users.get(USER)).map(RulesUser::password).orElse(PASSWORD);
    }

    synchronized void password(RulesUser user, String changed) {
        users.put(user.name(), new RulesUser(user.name(), changed, user.permissions(), false));
    }

    public synchronized List<String> sessions() {
        return new ArrayList<>(sessions.keySet());
    }

    public synchronized void expireSessions() {
        sessions.clear();
    }

    /** The token of a new session, or nothing when there are too many. */
    synchronized Optional<String> open(RulesUser user, int most) {
        if (sessions.size() >= most) {
            return Optional.empty();
        }
        String token = secrets.hex(32);
        sessions.put(token, user.name());
        return Optional.of(token);
    }

    synchronized void close(Exchange exchange) {
        sessions.keySet().removeAll(new HashSet<>(List.of(basic(exchange)[1])));
    }

    synchronized Optional<RulesUser> byPassword(Exchange exchange) {
        String[] pair = basic(exchange);
        return Optional.ofNullable(users.get(pair[0]))
                .filter(user -> user.password().equals(pair[1]));
    }

    synchronized Optional<RulesUser> bySession(Exchange exchange) {
        String[] pair = basic(exchange);
        return Optional.ofNullable(sessions.get(pair[1]))
                .filter(pair[0]::equals)
                .map(users::get);
    }

    /** User and secret of the Basic header. */
    private static String[] basic(Exchange exchange) {
        String header = exchange.headers().firstOr("Authorization", "");
        try {
            byte[] pair = Base64.getDecoder().decode(header.replaceFirst("(?i)^Basic +", ""));
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? parts : new String[] {"", ""};
        } catch (IllegalArgumentException e) {
            return new String[] {"", ""};
        }
    }
}
