package io.github.multicloudcx.sandbox.internal.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Headers;
import io.github.multicloudcx.sandbox.internal.http.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CometdEndpointTest {
    private static final String HANDSHAKE = "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"id\":\"1\","
            + "\"supportedConnectionTypes\":[\"long-polling\"]}]";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<HttpSession> late = new ArrayList<>();
    private final List<HttpSession> ended = new ArrayList<>();
    private final HttpSessions sessions = new HttpSessions(new Secrets(), this::comeBack);
    private final CometdEndpoint endpoint =
            new CometdEndpoint(sessions, Set.of("/statistics/v3/updates"), SandboxClock.system(), timer, new Gauge());

    /** A client that notices the end of its session and has another one before the ending is over. */
    private void comeBack(HttpSession gone) {
        ended.add(gone);
        if (late.isEmpty()) {
            late.add(sessions.create());
        }
    }

    @AfterEach
    void close() {
        endpoint.close();
        timer.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionThatBeginsWhileTheOldOnesEndStays(boolean node) {
        for (int i = 0; i < 3; i++) {
            assertThat(endpoint.answer(handshake()).status()).isEqualTo(200);
        }
        Consumer<CometdEndpoint> end = node ? CometdEndpoint::loseNode : CometdEndpoint::expireSessions;
        end.accept(endpoint);
        assertThat(ended).hasSize(3).doesNotContainAnyElementsOf(late);
        assertThat(late).hasSize(1).noneMatch(HttpSession::hasEnded);
        assertThat(endpoint.sessionIds()).isEmpty();
    }

    private static Exchange handshake() {
        return new Exchange(
                Origin.GATEWAY,
                "POST",
                "/statistics/v3/notifications/handshake",
                null,
                new Headers().add("Content-Type", "application/json"),
                HANDSHAKE.getBytes(StandardCharsets.UTF_8));
    }
}
