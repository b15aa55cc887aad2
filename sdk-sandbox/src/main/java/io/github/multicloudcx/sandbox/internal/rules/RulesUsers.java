package io.github.multicloudcx.sandbox.internal.rules;

import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.BasicCredentials;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import java.util.ArrayList;
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
        sessions.keySet().removeAll(Set.of(basic(exchange).secret()));
    }

    synchronized Optional<RulesUser> byPassword(Exchange exchange) {
        BasicCredentials sent = basic(exchange);
        return Optional.ofNullable(users.get(sent.name()))
                .filter(user -> user.password().equals(sent.secret()));
    }

    synchronized Optional<RulesUser> bySession(Exchange exchange) {
        BasicCredentials sent = basic(exchange);
        return Optional.ofNullable(sessions.get(sent.secret()))
                .filter(sent.name()::equals)
                .map(users::get);
    }

    private static BasicCredentials basic(Exchange exchange) {
        return BasicCredentials.of(exchange).orElse(new BasicCredentials("", ""));
    }
}
