/** A whole Multicloud CX deployment in one process, for running without an account and for tests. */
module io.github.multicloudcx.sandbox {
    exports io.github.multicloudcx.sandbox;

    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.networknt.schema;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.cometd.server;
    requires org.eclipse.jetty.client;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires transitive org.jspecify;
    requires org.slf4j;
}
