package io.github.multicloudcx.examples.architect;

import java.time.Instant;
import java.util.List;

/**
 * What the webhook is told. It holds no values, so no secrets.
 *
 * @param event always {@code flow.settings.changed}
 * @param update id of the update; the same one may come twice
 * @param organizationId organization of the flow
 * @param flowId id of the flow
 * @param flowName name of the flow
 * @param version version after the change
 * @param changed JSON pointers of the changed settings
 * @param who who changed it
 * @param time when it was changed, ISO 8601
 */
public record ChangeNotice(
        String event,
        String update,
        String organizationId,
        String flowId,
        String flowName,
        int version,
        List<String> changed,
        String who,
        Instant time) {}
