/**
 * Nexus: secure email, open media, third-party messaging and the webhooks that it calls.
 * {@link io.github.multicloudcx.nexus.NexusClient} is where it begins.
 */
module io.github.multicloudcx.nexus {
    requires transitive io.github.multicloudcx.core;
    requires static transitive jdk.httpserver;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.multicloudcx.nexus;
    exports io.github.multicloudcx.nexus.messaging;
    exports io.github.multicloudcx.nexus.openmedia;
    exports io.github.multicloudcx.nexus.securemail;
    exports io.github.multicloudcx.nexus.webhook;

    opens io.github.multicloudcx.nexus.internal to
            com.fasterxml.jackson.databind;
    opens io.github.multicloudcx.nexus.messaging to
            com.fasterxml.jackson.databind;
}
