package io.github.multicloudcx.core.internal.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the authorization server for tokens. */
final class TokenEndpoint {
    private static final Duration WHEN_NOT_SAID = Duration.ofSeconds(60);
    private static final long LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();

    private final Grant grant;
    private final TokenTarget target;
    private final AuthContext context;
    private final Api server;

    TokenEndpoint(Grant grant, TokenTarget target, AuthContext context) {
        this.grant = grant;
        this.target = target;
        this.context = context;
        this.server = target.address().api(context).envelope(Envelope.OAUTH);
    }

    String address() {
        return target.address().url(context);
    }

    /** A token for the grant itself. */
    OAuthToken grant() {
        return request(grant.type(), grant.fields(), grant.use() == Grant.Use.AGAIN);
    }

    /** A token for a refresh token, which stays the refresh token when the server issues no other. */
    OAuthToken refresh(String refreshToken) {
        context.secret(refreshToken);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("refresh_token", refreshToken);
        if (grant.use() == Grant.Use.NEVER) {
            fields.putAll(grant.fields());
        }
        OAuthToken token = request("refresh_token", fields, false);
        return token.refreshToken() != null
                ? token
                : new OAuthToken(token.accessToken(), refreshToken, token.scope(), token.issuedAt(), token.expiresAt());
    }

    private OAuthToken request(String type, Map<String, String> fields, boolean safeToRepeat) {
        ApiRequest request = target.form().write(server.post(target.address().path()), grant, type, fields);
        try {
            JsonNode answer = (safeToRepeat ? request.safeToRepeat() : request)
                    .returning(JsonNode.class)
                    .execute();
            return token(type, answer);
        } catch (AuthenticationException | CallInterruptedException e) {
            throw e;
        } catch (CxException e) {
            throw failure(type).of(e);
        }
    }

    private SignInFailure failure(String type) {
        return new SignInFailure(
                type, grant.clientId(), address(), target.address().suspect());
    }

    private OAuthToken token(String type, JsonNode answer) {
        String accessToken = answer.path("access_token").asText("");
        if (accessToken.isBlank()) {
            throw failure(type).noToken();
        }
        if (!accessToken.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw failure(type).unusableToken();
        }
        context.secret(accessToken);
        String refreshToken = text(answer, "refresh_token");
        if (refreshToken != null) {
            context.secret(refreshToken);
        }
        Instant now = context.time().now();
        return new OAuthToken(accessToken, refreshToken, text(answer, "scope"), now, now.plus(lifetime(answer)));
    }

    private static Duration lifetime(JsonNode answer) {
        long seconds = answer.path("expires_in").asLong(0);
        return seconds > 0 ? Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)) : WHEN_NOT_SAID;
    }

    private static @Nullable String text(JsonNode answer, String field) {
        String text = answer.path(field).asText("");
        return text.isBlank() ? null : text;
    }
}
