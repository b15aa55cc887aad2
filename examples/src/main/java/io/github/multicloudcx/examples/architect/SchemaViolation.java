package io.github.multicloudcx.examples.architect;

/**
 * Something in an update that the schema does not allow.
 *
 * @param pointer JSON pointer of the place in the body of the update, such as {@code /settings/routing/maxWaitTime}
 * @param problem what is wrong with it
 */
public record SchemaViolation(String pointer, String problem) implements Comparable<SchemaViolation> {
    @Override
    public int compareTo(SchemaViolation other) {
        int order = pointer.compareTo(other.pointer);
        return order == 0 ? problem.compareTo(other.problem) : order;
    }

    @Override
    public String toString() {
        return pointer + " " + problem;
    }
}
