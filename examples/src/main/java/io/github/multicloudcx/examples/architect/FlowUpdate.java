package io.github.multicloudcx.examples.architect;

import java.util.List;

/**
 * An update that was made.
 *
 * @param id tells it from all others in the audit log
 * @param before the flow before it
 * @param after the flow after it; the same when there was nothing to change
 * @param changed false when there was nothing to change
 * @param tries how often a change was sent, those included that others overtook
 * @param diff a line for each changed value, secrets masked
 * @param warnings what went wrong afterwards: caches that were not reloaded, a webhook that was not told
 */
public record FlowUpdate(
        String id,
        KnownFlow before,
        KnownFlow after,
        boolean changed,
        int tries,
        List<String> diff,
        List<String> warnings) {
    /** Copies. */
    public FlowUpdate {
        diff = List.copyOf(diff);
        warnings = List.copyOf(warnings);
    }
}
