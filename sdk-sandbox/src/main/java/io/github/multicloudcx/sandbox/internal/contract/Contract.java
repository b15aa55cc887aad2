package io.github.multicloudcx.sandbox.internal.contract;

import java.util.ArrayList;
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

    private static final class Holder {
        private static final Contract INSTANCE = new Contract(ContractReader.readAll(FILES));
    }

    private final Map<String, Operation> byId = new LinkedHashMap<>();
    private final List<Operation> bySpecificity;

    private Contract(List<Operation> operations) {
        operations.forEach(operation -> byId.put(operation.id(), operation));
        bySpecificity = new ArrayList<>(operations);
        bySpecificity.sort(Comparator.comparingInt(
                        (Operation operation) -> operation.path().specificity())
                .reversed());
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
                .filter(operation -> operation.method().equals(method))
                .flatMap(operation ->
                        operation.path().match(rawPath).stream().map(parameters -> new Match(operation, parameters)))
                .findFirst();
    }

    /** Whether the path is documented for any method of the given operations. */
    public boolean knowsPath(String rawPath, Set<String> operationIds) {
        return bySpecificity.stream()
                .filter(operation -> operationIds.contains(operation.id()))
                .anyMatch(operation -> operation.path().match(rawPath).isPresent());
    }
}
