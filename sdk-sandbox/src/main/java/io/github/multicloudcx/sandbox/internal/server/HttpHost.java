package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.http.Origin;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** The HTTP server: two loopback ports, daemon threads with names of their own. */
final class HttpHost implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long IDLE_MILLIS = 600_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final QueuedThreadPool threads = new QueuedThreadPool(256, 4);
    private final Server server;
    private final ServerConnector gateway;
    private final ServerConnector storage;
    private final InFlight inFlight = new InFlight();
    private final CountDownLatch closing = new CountDownLatch(1);

    HttpHost(int gatewayPort, int storagePort) {
        threads.setDaemon(true);
        server = new Server(threads, new ScheduledExecutorScheduler("cx-sandbox-scheduler", true), null);
        server.setStopTimeout(0);
        gateway = connector(Origin.GATEWAY, gatewayPort);
        storage = connector(Origin.STORAGE, storagePort);
    }

    private ServerConnector connector(Origin origin, int port) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setName(origin.name());
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setAcceptedTcpNoDelay(true);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        return connector;
    }

    /** Opens the ports; requests are answered from {@link #serve} on. */
    void open() {
        try {
            gateway.open();
            storage.open();
        } catch (IOException taken) {
            gateway.close();
            storage.close();
            throw new IllegalStateException("The sandbox cannot open its ports: " + taken.getMessage(), taken);
        }
    }

    void serve(Application gatewayApplication, Application storageApplication) {
        threads.setName("cx-sandbox-" + gateway.getLocalPort());
        server.setHandler(new OriginHandler(gatewayApplication, storageApplication, new Deliverer(closing), inFlight));
        try {
            server.start();
        } catch (Exception failed) {
            close();
            throw new IllegalStateException("The sandbox cannot start: " + failed.getMessage(), failed);
        }
    }

    URI url(Origin origin) {
        ServerConnector connector = origin == Origin.GATEWAY ? gateway : storage;
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        inFlight.awaitNone(PATIENCE);
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("The sandbox did not stop cleanly", failed);
        } finally {
            List.of(gateway, storage).forEach(ServerConnector::close);
        }
    }
}
