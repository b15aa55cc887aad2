/**
 * One connection to a Genesys Multicloud CX deployment: HTTP pipeline, credentials, retries, envelopes, errors, pages,
 * streams and downloads. The API modules stand on it; so can any request that the SDK does not model.
 */
@SuppressWarnings({"module", "requires-automatic"
}) // names modules that are built after this one; okio has no descriptor
module io.github.multicloudcx.core {
    requires transitive okhttp3;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires kotlin.stdlib;
    requires okio;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.multicloudcx.core;
    exports io.github.multicloudcx.core.auth;
    exports io.github.multicloudcx.core.error;
    exports io.github.multicloudcx.core.event;
    exports io.github.multicloudcx.core.update;
    exports io.github.multicloudcx.core.webhook;
    exports io.github.multicloudcx.core.internal.check to
            io.github.multicloudcx.auth,
            io.github.multicloudcx.grs,
            io.github.multicloudcx.nexus,
            io.github.multicloudcx.recording,
            io.github.multicloudcx.statistics,
            io.github.multicloudcx.udm;
    exports io.github.multicloudcx.core.internal.credential to
            io.github.multicloudcx.grs;
    exports io.github.multicloudcx.core.internal.work to
            io.github.multicloudcx.grs,
            io.github.multicloudcx.recording,
            io.github.multicloudcx.udm;
}
