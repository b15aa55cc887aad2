package io.github.multicloudcx.sandbox.internal.architect;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Lets clients in: access token, scopes. */
final class ArchitectAccess {
    private final ArchitectTokens tokens;

    ArchitectAccess(ArchitectTokens tokens) {
        this.tokens = tokens;
    }

    OperationHandler of(BiFunction<Invocation, Grant, Answer> operation, String... scopes) {
        return invocation -> {
            Optional<Grant> grant = tokens.grant(invocation.exchange().bearerToken());
            if (grant.isEmpty()) {
                return ArchitectErrors.answer(
                        401, "bad.credentials", "The access token is missing, unknown or expired");
            }
            List<String> missing = Stream.of(scopes)
                    .filter(scope -> !grant.get().scopes().contains(scope))
                    .toList();
            return missing.isEmpty()
                    ? operation.apply(invocation, grant.get())
                    : ArchitectErrors.answer(
                            403, "missing.scopes", "The access token lacks " + String.join(", ", missing));
        };
    }
}
