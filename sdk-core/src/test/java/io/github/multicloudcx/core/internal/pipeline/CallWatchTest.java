package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.event.CallEnd;
import io.github.multicloudcx.core.internal.ClientSettings;
import io.github.multicloudcx.core.internal.http.Transport;
import io.github.multicloudcx.core.internal.token.StaticAuthenticator;
import io.github.multicloudcx.core.testing.WireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallWatchTest {
    private final WireServer server = new WireServer();
    private final List<CallEnd> ends = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    /** As when a future is completed by somebody else while its call waits for a thread. */
    @Test
    void whatIsOverBeforeItBeginsIsNotSentAfterwards() {
        ClientSettings.Draft draft = new ClientSettings.Draft();
        draft.base(server.url(), "baseUrl");
        draft.listeners.add(call -> ends::add);
        ClientSettings settings = draft.settings();
        try (Transport transport = settings.transport()) {
            Pipeline pipeline = new Pipeline(settings.engine(transport, server.time), StaticAuthenticator.none());
            Spec spec =
                    new SpecBuilder("GET", new Addresses(server.server.url("/"), ""), "/x", Envelope.BARE).build(false);
            assertThat(spec).hasToString("Spec[GET /x]");
            CallWatch watch = pipeline.watch(spec);
            watch.over(new IllegalStateException("too late"));
            assertThat(ends)
                    .singleElement()
                    .satisfies(end -> assertThat(end.failure()).hasMessage("too late"));
            assertThatThrownBy(() -> pipeline.run(
                            spec,
                            CallOptions.NONE,
                            exchange -> {
                                throw new AssertionError("it was sent");
                            },
                            watch,
                            false))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("nothing was sent");
        }
        assertThat(server.count()).isZero();
        assertThat(ends).hasSize(1);
    }
}
