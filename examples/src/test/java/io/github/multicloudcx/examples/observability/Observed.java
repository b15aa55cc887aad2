package io.github.multicloudcx.examples.observability;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.examples.ClockOfSandbox;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.udm.UdmClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.function.Consumer;

/** A sandbox with a client that somebody listens to. Waiting takes no time. */
final class Observed implements AutoCloseable {
    /** An id that stands in no other text. */
    static final String ID = "9988776655";

    final Sandbox sandbox;
    final CxClient cx;
    final UdmClient udm;

    Observed(CallListener listener) {
        this(listener, builder -> {});
    }

    Observed(CallListener listener, Consumer<CxClientBuilder> more) {
        SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-22T00:00:00Z"));
        sandbox = Sandbox.builder().clock(clock).start();
        CxClientBuilder builder = CxClientBuilder.fromEnvironment(sandbox.environment())
                .timeSource(new ClockOfSandbox(clock))
                .listener(listener);
        more.accept(builder);
        cx = builder.build();
        udm = UdmClient.create(cx);
    }

    /** Reaches nobody. */
    static CxClient lost(CallListener listener) throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-22T00:00:00Z"));
        return CxClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .timeSource(new ClockOfSandbox(clock))
                .listener(listener)
                .build();
    }

    /** What may stand in no metric and no span. */
    String[] secrets() {
        return new String[] {sandbox.clientSecret(), sandbox.apiKey(), token(), ID};
    }

    private String token() {
        return sandbox.requests().stream()
                .map(request -> request.header("Authorization"))
                .filter(value -> value != null && value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        cx.close();
        sandbox.close();
    }
}
