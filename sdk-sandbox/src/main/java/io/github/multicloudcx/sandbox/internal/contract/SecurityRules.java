package io.github.multicloudcx.sandbox.internal.contract;

import io.github.multicloudcx.sandbox.internal.http.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a request carries what the first documented alternative asks for; the values are checked elsewhere. */
public final class SecurityRules {
    private final boolean gatewayHasKey;

    public SecurityRules(boolean gatewayHasKey) {
        this.gatewayHasKey = gatewayHasKey;
    }

    /** A password may be changed without signing in: the user is named in the body then. */
    public static boolean tokenIsOptional(Operation operation) {
        return operation.id().equals("changePassword");
    }

    public List<String> problems(Operation operation, Exchange exchange) {
        Operation.Security security = operation.security();
        List<String> problems = new ArrayList<>();
        if (security.open()) {
            return problems;
        }
        if (security.apiKey() && gatewayHasKey && exchange.headers().first("x-api-key") == null) {
            problems.add("header x-api-key is missing");
        }
        if (!security.scheme().isEmpty() && !tokenIsOptional(operation) && !carries(security.scheme(), exchange)) {
            problems.add("header Authorization: " + security.scheme() + " is missing");
        }
        security.headers().stream()
                .filter(name -> exchange.headers().first(name) == null)
                .forEach(name -> problems.add("header " + name + " is missing"));
        return problems;
    }

    private static boolean carries(String scheme, Exchange exchange) {
        String header = exchange.headers().firstOr("Authorization", "").toLowerCase(Locale.ROOT);
        return header.startsWith(scheme.toLowerCase(Locale.ROOT) + " ");
    }
}
