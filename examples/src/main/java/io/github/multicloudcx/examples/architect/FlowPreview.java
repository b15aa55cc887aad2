package io.github.multicloudcx.examples.architect;

import java.util.List;

/**
 * What an update would do.
 *
 * @param flow the flow as it is
 * @param diff a line for each value that would be changed, secrets masked; empty when there is nothing to change
 * @param violations what the schema does not allow about it
 */
public record FlowPreview(KnownFlow flow, List<String> diff, List<SchemaViolation> violations) {
    /** Copies. */
    public FlowPreview {
        diff = List.copyOf(diff);
        violations = List.copyOf(violations);
    }
}
