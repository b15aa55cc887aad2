package io.github.multicloudcx.sandbox.internal.architect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.BasicCredentials;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Issues tokens to the one client, which names itself in the body or by Basic credentials. */
final class TokenOperation {
    private static final BasicCredentials CLIENT =
            new BasicCredentials(ArchitectSettings.CLIENT, ArchitectSettings.SECRET);

    private final ArchitectTokens tokens;
    private final ArchitectSettings settings;

    TokenOperation(ArchitectTokens tokens, ArchitectSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    Answer issue(Invocation invocation) {
        JsonNode request = request(invocation.exchange());
        BasicCredentials inBody = new BasicCredentials(
                request.path("client_id").asText(""),
                request.path("client_secret").asText(""));
        if (!CLIENT.equals(BasicCredentials.of(invocation.exchange()).orElse(inBody))) {
            return error(401, "invalid_client", "Invalid client credentials");
        }
        if (!request.path("grant_type").asText().equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "The only grant type is client_credentials");
        }
        Set<String> scopes = granted(request.path("scope").asText(""));
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", tokens.issue(scopes))
                        .put("token_type", "bearer")
                        .put("expires_in", settings.tokenLifetime.toSeconds())
                        .put("scope", String.join(" ", scopes)));
    }

    private static JsonNode request(Exchange exchange) {
        if (!exchange.contentType().equals(MediaTypes.FORM)) {
            return Json.parse(exchange.body()).orElseGet(Json::object);
        }
        ObjectNode request = Json.object();
        Parameters.parse(exchange.bodyText()).asMap().forEach(request::put);
        return request;
    }

    private Set<String> granted(String asked) {
        Set<String> scopes = new TreeSet<>(settings.scopes);
        if (!asked.isBlank()) {
            scopes.retainAll(List.of(asked.strip().split("\\s+")));
        }
        return scopes;
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(status, Json.object().put("error", error).put("error_description", description));
    }
}
