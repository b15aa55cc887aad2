package io.github.multicloudcx.sandbox.internal.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.OAuthClient;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.BasicCredentials;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Issues tokens. */
public final class TokenEndpoint {
    private static final Set<String> GRANTS =
            Set.of("authorization_code", "password", "client_credentials", "refresh_token");

    private final Accounts accounts;
    private final TokenRegistry tokens;
    private final AuthSettings settings;

    public TokenEndpoint(Accounts accounts, TokenRegistry tokens, AuthSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
    }

    public void register(Map<String, OperationHandler> handlers) {
        handlers.put("retrieveToken", this::retrieveToken);
    }

    private Answer retrieveToken(Invocation invocation) {
        Parameters form = Parameters.parse(invocation.exchange().bodyText());
        return client(invocation.exchange())
                .map(client -> grant(client, form))
                .orElseGet(() -> error(401, "Unauthorized", "Bad credentials"));
    }

    private Optional<OAuthClient> client(Exchange exchange) {
        return BasicCredentials.of(exchange)
                .flatMap(sent -> accounts.client(sent.name())
                        .filter(client -> client.secret().equals(sent.secret())));
    }

    private Answer grant(OAuthClient client, Parameters form) {
        String type = form.getOr("grant_type", "");
        if (!GRANTS.contains(type)) {
            return error(400, "unsupported_grant_type", "Unsupported grant type: " + type);
        }
        if (!client.grants().contains(type)) {
            return error(400, "unauthorized_client", "Unauthorized grant type: " + type);
        }
        return switch (type) {
            case "password" -> password(client, form);
            case "authorization_code" -> code(client, form);
            case "refresh_token" -> refresh(client, form);
            default -> Answer.json(200, token(client, new Caller(client.id(), null)));
        };
    }

    private Answer password(OAuthClient client, Parameters form) {
        return accounts.signIn(form.getOr("username", ""), form.getOr("password", ""))
                .map(user -> withRefreshToken(client, new Caller(client.id(), user.username())))
                .orElseGet(() -> invalidGrant("Bad credentials"));
    }

    private Answer code(OAuthClient client, Parameters form) {
        return tokens.spendCode(form.getOr("code", ""))
                .filter(code -> code.caller().clientId().equals(client.id()))
                .filter(code -> code.redirectUri().equals(form.getOr("redirect_uri", code.redirectUri())))
                .map(code -> withRefreshToken(client, code.caller()))
                .orElseGet(() -> invalidGrant("Invalid authorization code"));
    }

    private Answer refresh(OAuthClient client, Parameters form) {
        String sent = form.getOr("refresh_token", "");
        Optional<Caller> caller =
                tokens.refreshing(sent).filter(found -> found.clientId().equals(client.id()));
        if (caller.isEmpty()) {
            return invalidGrant("Invalid refresh token");
        }
        if (settings.refreshTokenRotation()) {
            tokens.spendRefreshToken(sent);
            return withRefreshToken(client, caller.get());
        }
        return Answer.json(200, token(client, caller.get()).put("refresh_token", sent));
    }

    private Answer withRefreshToken(OAuthClient client, Caller caller) {
        ObjectNode token = token(client, caller);
        if (client.grants().contains("refresh_token")) {
            token.put("refresh_token", tokens.newRefreshToken(client, caller));
        }
        return Answer.json(200, token);
    }

    private ObjectNode token(OAuthClient client, Caller caller) {
        ObjectNode token = Json.object()
                .put("access_token", tokens.newAccessToken(client, caller))
                .put("token_type", "bearer")
                .put("scope", "*");
        if (!settings.expiresInOmitted()) {
            token.put("expires_in", client.accessTokenLifetime().toSeconds());
        }
        return token;
    }

    private static Answer invalidGrant(String description) {
        return error(400, "invalid_grant", description);
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(status, Json.object().put("error", error).put("error_description", description));
    }
}
