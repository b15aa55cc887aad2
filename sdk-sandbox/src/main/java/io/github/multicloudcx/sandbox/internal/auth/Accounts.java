package io.github.multicloudcx.sandbox.internal.auth;

import io.github.multicloudcx.sandbox.OAuthClient;
import io.github.multicloudcx.sandbox.SandboxUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The registered clients and the users with their present passwords. */
public final class Accounts {
    private final Map<String, OAuthClient> clients = new LinkedHashMap<>();
    private final Map<String, SandboxUser> users = new ConcurrentHashMap<>();

    public Accounts(List<OAuthClient> clients, List<SandboxUser> users) {
        clients.forEach(client -> this.clients.put(client.id(), client));
        users.forEach(user -> this.users.put(user.username(), user));
    }

    Optional<OAuthClient> client(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(clients.get(id));
    }

    /** Finds a user by the full name or by the name without its tenant. */
    Optional<SandboxUser> user(String name) {
        SandboxUser exact = users.get(name);
        return exact != null
                ? Optional.of(exact)
                : users.values().stream()
                        .filter(user -> withoutTenant(user.username()).equals(name))
                        .findFirst();
    }

    Optional<SandboxUser> signIn(String name, String password) {
        return user(name).filter(user -> user.password().equals(password));
    }

    void changePassword(SandboxUser user, String password) {
        users.put(user.username(), new SandboxUser(user.username(), password, user.roles()));
    }

    /** A client that speaks for itself may do everything, a user only what its roles allow. */
    public boolean mayExport(Caller caller) {
        String username = caller.username();
        return username == null || user(username).map(Accounts::exports).orElse(false);
    }

    private static boolean exports(SandboxUser user) {
        return user.roles().contains(SandboxUser.UDM_EXPORTER) || user.roles().contains(SandboxUser.IWD_ADMINISTRATOR);
    }

    static String withoutTenant(String username) {
        return username.substring(username.indexOf('\\') + 1);
    }
}
