package io.github.multicloudcx.nexus;

import com.sun.net.httpserver.HttpServer;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.webhook.WebhookHandler;
import io.github.multicloudcx.nexus.webhook.WebhookReceiver;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import io.github.multicloudcx.sandbox.NexusControl;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.testsupport.CoverageNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** A sandbox, a client of it, and a server for its webhooks. What was exercised counts for the contract coverage. */
final class Deployment implements AutoCloseable {
    final Sandbox sandbox = Sandbox.start();
    final NexusControl control = sandbox.nexus();
    final Webhooks webhooks = Webhooks.signedWith(control.appSecret());
    final CxClient cx = CxClient.builder()
            .baseUrl(sandbox.baseUrl().toString())
            .apiKey(sandbox.apiKey())
            .failOnUnknownFields(true)
            .build();
    final NexusClient nexus = NexusClient.create(cx);
    private final HttpServer server;

    Deployment() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
        control.redelivery(5, Duration.ofMillis(1));
    }

    Channel sms() {
        return channel(control.smsChannelId());
    }

    Channel channel(String id) {
        return nexus.channel(id, ChannelCredentials.of(control.contactCenterId(), control.appSecret()));
    }

    /** Serves a webhook. */
    URI serve(String path, WebhookReceiver receiver) {
        server.createContext(path, WebhookHandler.of(receiver));
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        sandbox.close();
        server.stop(0);
        cx.close();
        CoverageNote.write(sandbox.exercisedOperations());
        sandbox.assertNoViolations();
    }
}
