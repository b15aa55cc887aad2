/**
 * Statistics: values, subscriptions and live updates. {@link io.github.multicloudcx.statistics.StatisticsClient} is where
 * it begins.
 */
module io.github.multicloudcx.statistics {
    requires transitive io.github.multicloudcx.core;
    requires org.cometd.client;
    requires org.cometd.client.http.common;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.multicloudcx.statistics;
    exports io.github.multicloudcx.statistics.live;
    exports io.github.multicloudcx.statistics.model;

    opens io.github.multicloudcx.statistics.internal to
            com.fasterxml.jackson.databind;
    opens io.github.multicloudcx.statistics.model to
            com.fasterxml.jackson.databind;
}
