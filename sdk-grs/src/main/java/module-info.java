/**
 * Rules System (GRS): sessions, snapshots and deployments of rule packages, and rollouts over many targets.
 * {@link io.github.multicloudcx.grs.GrsClient} is where it begins.
 */
module io.github.multicloudcx.grs {
    requires transitive io.github.multicloudcx.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.multicloudcx.grs;
    exports io.github.multicloudcx.grs.model;
    exports io.github.multicloudcx.grs.rollout;

    opens io.github.multicloudcx.grs.internal to
            com.fasterxml.jackson.databind;
    opens io.github.multicloudcx.grs.model to
            com.fasterxml.jackson.databind;
}
