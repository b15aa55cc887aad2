package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.architect.ArchitectTokens;
import io.github.multicloudcx.sandbox.internal.auth.AuthSettings;
import io.github.multicloudcx.sandbox.internal.auth.Caller;
import io.github.multicloudcx.sandbox.internal.auth.TokenRegistry;
import io.github.multicloudcx.sandbox.internal.contract.Operation;
import io.github.multicloudcx.sandbox.internal.contract.SecurityRules;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who is let in: API key, rate limit, access token. */
final class Admission {
    /**
     * The outcome for one request.
     *
     * @param caller who asks, null where no token is needed
     * @param refusal what to answer instead, null when the request may pass
     */
    record Decision(@Nullable Caller caller, @Nullable Answer refusal) {}

    private final @Nullable String apiKey;
    private final RateLimiter limiter;
    private final TokenRegistry tokens;
    private final ArchitectTokens architectTokens;
    private final AuthSettings settings;

    Admission(
            @Nullable String apiKey,
            RateLimiter limiter,
            TokenRegistry tokens,
            ArchitectTokens architectTokens,
            AuthSettings settings) {
        this.apiKey = apiKey;
        this.limiter = limiter;
        this.tokens = tokens;
        this.architectTokens = architectTokens;
        this.settings = settings;
    }

    Decision decide(Operation operation, Exchange exchange) {
        if (apiKey != null && operation.security().apiKey() && !hasApiKey(operation, exchange)) {
            return refuse(Answer.json(403, Json.object().put("message", "Forbidden")));
        }
        long wait = limiter.secondsToWait();
        if (wait > 0) {
            Answer tooMany = Answer.json(429, Json.object().put("message", "Too Many Requests"));
            return refuse(tooMany.with("Retry-After", Long.toString(wait)));
        }
        Optional<Caller> caller = tokens.caller(exchange.bearerToken());
        if (needsToken(operation.security()) && caller.isEmpty() && !mayComeWithoutToken(operation, exchange)) {
            return refuse(unauthenticated(operation));
        }
        return new Decision(caller.orElse(null), null);
    }

    void revoke(Exchange exchange) {
        tokens.revokeAccessToken(exchange.bearerToken());
        architectTokens.revoke(exchange.bearerToken());
    }

    /** Architect is not behind the gateway and has tokens of its own. */
    private static boolean needsToken(Operation.Security security) {
        return security.apiKey() && security.scheme().equals("Bearer");
    }

    private boolean hasApiKey(Operation operation, Exchange exchange) {
        String sent = exchange.headers().first("x-api-key");
        return sent == null ? operation.security().open() : sent.equals(apiKey);
    }

    private static boolean mayComeWithoutToken(Operation operation, Exchange exchange) {
        return SecurityRules.tokenIsOptional(operation) && exchange.headers().first("Authorization") == null;
    }

    /** Two operations are known to answer in their own way. */
    private Answer unauthenticated(Operation operation) {
        boolean own = !settings.unauthenticatedAs401();
        if (own && operation.id().equals("ping")) {
            return Answer.json(403, Json.envelope(603, "Unauthorized"));
        }
        return Answer.empty(own && operation.id().equals("getUserInfo") ? 403 : 401);
    }

    private static Decision refuse(Answer answer) {
        return new Decision(null, answer);
    }
}
