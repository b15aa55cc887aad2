package io.github.multicloudcx.sandbox.internal.rules;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.Map;

/** Login, change of password, logout. */
final class SessionOperations {
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    private final RulesUsers users;
    private final RulesSettings settings;
    private final RulesAnswers answers;

    SessionOperations(RulesUsers users, RulesSettings settings, RulesAnswers answers) {
        this.users = users;
        this.settings = settings;
        this.answers = answers;
    }

    void register(Map<String, OperationHandler> handlers) {
        handlers.put("grsLogin", this::login);
        handlers.put("grsChangePassword", this::changePassword);
        handlers.put("grsLogout", this::logout);
    }

    private Answer login(Invocation invocation) {
        return users.byPassword(invocation.exchange())
                .map(user -> user.expired()
                        ? answers.refusedSession(UNPROCESSABLE, 1000, "Password Change Required")
                        : opened(user))
                .orElseGet(() -> Answer.empty(401));
    }

    private Answer opened(RulesUser user) {
        return users.open(user, settings.maxConnections)
                .map(token -> answers.session(200, token))
                .orElseGet(() -> answers.refusedSession(UNAVAILABLE, 1003, "Maximum number of connections exceeded"));
    }

    private Answer changePassword(Invocation invocation) {
        return users.byPassword(invocation.exchange())
                .map(user -> user.expired() ? changed(user, invocation) : notExpired())
                .orElseGet(() -> Answer.empty(401));
    }

    private Answer changed(RulesUser user, Invocation invocation) {
        String password = Json.parse(invocation.exchange().body())
                .map(body -> body.path("newPassword").asText(""))
                .orElse("");
        users.password(user, password);
        return opened(user);
    }

    private Answer notExpired() {
        return answers.refusedField(1004, "newPassword", "the password has not expired");
    }

    private Answer logout(Invocation invocation) {
        if (users.bySession(invocation.exchange()).isEmpty()) {
            return Answer.empty(401);
        }
        boolean forced = "true".equals(invocation.query().get("force"));
        if (settings.lockedResources && !forced) {
            return answers.refusedSession(UNPROCESSABLE, 1005, "User has locked resources");
        }
        users.close(invocation.exchange());
        return Answer.empty(204);
    }
}
