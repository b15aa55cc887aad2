package io.github.multicloudcx.sandbox.internal.contract;

import io.github.multicloudcx.sandbox.internal.contract.Operation.QueryParameter;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a request has the documented shape: Accept header, query and body. */
public final class RequestRules {
    private final BodyRules bodyRules = new BodyRules();

    public List<String> problems(Contract.Match match, Exchange exchange) {
        Operation operation = match.operation();
        List<String> problems = new ArrayList<>();
        if (!operation.security().open() && !acceptsJson(exchange)) {
            problems.add("header Accept: application/json is missing");
        }
        query(operation, Parameters.parse(exchange.query()), problems);
        problems.addAll(bodyRules.problems(operation, exchange, match.pathParameters()));
        return problems;
    }

    private static boolean acceptsJson(Exchange exchange) {
        return exchange.headers().all("Accept").stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .anyMatch(type -> MediaTypes.bare(type).equals(MediaTypes.JSON));
    }

    private static void query(Operation operation, Parameters sent, List<String> problems) {
        List<String> documented = operation.parameterNames();
        sent.names().stream()
                .filter(name -> !documented.contains(name))
                .forEach(name -> problems.add("query " + name + " is not documented"));
        sent.repeated().forEach(name -> problems.add("query " + name + " comes more than once"));
        for (QueryParameter parameter : operation.parameters()) {
            String value = sent.get(parameter.name());
            if (value != null) {
                value(parameter, value, problems);
            } else if (parameter.required()) {
                problems.add("query " + parameter.name() + " is required");
            }
        }
    }

    private static void value(QueryParameter parameter, String value, List<String> problems) {
        String name = "query " + parameter.name();
        if (parameter.type().equals("integer") && !value.matches("-?\\d+")) {
            problems.add(name + " is not an integer: " + value);
        }
        if (parameter.type().equals("boolean") && !value.matches("true|false")) {
            problems.add(name + " is neither true nor false: " + value);
        }
        if (!parameter.values().isEmpty() && !parameter.values().contains(value)) {
            problems.add(name + " is none of " + parameter.values() + ": " + value);
        }
        String pattern = parameter.pattern();
        if (pattern != null && !matches(pattern, value)) {
            problems.add(name + " does not match " + pattern + ": " + value);
        }
    }

    /** In a schema {@code $} is the end of the text; in Java it also stands before a line break at the end. */
    private static boolean matches(String pattern, String value) {
        boolean toTheEnd = pattern.endsWith("$") && !pattern.endsWith("\\$");
        Matcher matcher = Pattern.compile(pattern).matcher(value);
        return matcher.find() && (!toTheEnd || matcher.end() == value.length());
    }
}
