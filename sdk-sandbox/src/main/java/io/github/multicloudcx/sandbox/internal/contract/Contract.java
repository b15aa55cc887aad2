package io.github.multicloudcx.sandbox.internal.contract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All documented operations. Immutable. */
public final class Contract {
    /** The contract files. */
    public static final List<String> FILES = List.of(
            "auth.yaml",
            "udm.yaml",
            "data-download.yaml",
            "grs.yaml",
            "statistics.yaml",
            "nexus.yaml",
            "webhooks.yaml",
            "recording.yaml",
            "architect.yaml");

    /**
     * A request path found in the contract.
     *
     * @param operation the operation
     * @param pathParameters decoded values of its placeholders
     */
    public record Match(Operation operation, Map<String, String> pathParameters) {}

    private record Route(Operation operation, PathTemplate path) {}

    private static final class Holder {
        private static final Contract INSTANCE = new Contract(ContractReader.readAll(FILES));
    }

    private final Map<String, Operation> byId = new LinkedHashMap<>();
    private final List<Route> bySpecificity;

    private Contract(List<Operation> operations) {
        operations.forEach(operation -> byId.put(operation.id(), operation));
        bySpecificity = operations.stream()
                .flatMap(operation -> operation.paths().stream().map(path -> new Route(operation, path)))
                .sorted(Comparator.comparingInt((Route route) -> route.path().specificity())
                        .reversed())
                .toList();
    }

    /** The one contract, read on first use. */
    public static Contract get() {
        return Holder.INSTANCE;
    }

    public Map<String, Operation> operations() {
        return byId;
    }

    /** The operation for a request. */
    public Optional<Match> find(String method, String rawPath) {
        return bySpecificity.stream()
                .filter(route -> route.operation().method().equals(method))
                .flatMap(route -> route.path().match(rawPath).stream()
                        .map(parameters -> new Match(route.operation(), parameters)))
                .findFirst();
    }

    /** Whether the path is documented for any method of the given operations. */
    public boolean knowsPath(String rawPath, Set<String> operationIds) {
        return bySpecificity.stream()
                .filter(route -> operationIds.contains(route.operation().id()))
                .anyMatch(route -> route.path().match(rawPath).isPresent());
    }
}
