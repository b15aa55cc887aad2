package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.TransportBench.NETWORK_DELAY;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.replies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.statistics.live.CometdException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.cometd.bayeux.Channel;
import org.cometd.common.TransportException;
import org.junit.jupiter.api.Test;

/** Tokens of the requests of a transport. */
class BayeuxTransportTokenTest {
    private static final String EXPIRED_SESSION = "{\"status\":{\"code\":603,\"message\":\"not signed in\"}}";

    private static TransportBench bench() {
        return new TransportBench(
                builder -> builder.credentials(OAuth.clientCredentials("the-client", "the-secret-1a2b")));
    }

    private static MockResponse.Builder silent() {
        return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE);
    }

    private static String authorization(TransportBench bench) {
        return bench.take().getHeaders().get("Authorization");
    }

    @Test
    void aTokenThatHasExpiredBetweenTwoRequestsIsReplacedForTheSecond() {
        try (TransportBench bench = bench().token("first-token").token("second-token")) {
            bench.poll().poll();
            bench.clock.advance(Duration.ofHours(2));
            bench.poll();
            assertThat(authorization(bench)).isEqualTo("Bearer first-token");
            assertThat(authorization(bench)).isEqualTo("Bearer first-token");
            assertThat(authorization(bench)).isEqualTo("Bearer second-token");
        }
    }

    @Test
    void aRefusedTokenIsRenewedWithinTheSameBatch() {
        try (TransportBench bench = bench().token("first-token").token("second-token")) {
            bench.answer(401, "{}").answer(200, replies(Channel.META_CONNECT));
            HeardBatch heard = bench.send(Channel.META_CONNECT);
            assertThat(heard.awaitMessages()).hasSize(1);
            assertThat(heard.told()).containsExactly("sending 1", "messages");
            assertThat(authorization(bench)).isEqualTo("Bearer first-token");
            assertThat(authorization(bench)).isEqualTo("Bearer second-token");
        }
    }

    @Test
    void aSecondRefusalFailsTheBatchWithItsStatus() {
        try (TransportBench bench = bench().token("first-token").token("second-token")) {
            bench.answer(401, "{}").answer(401, "{}").answer(200, replies(Channel.META_CONNECT));
            HeardBatch heard = bench.send(Channel.META_CONNECT);
            assertThat(heard.awaitFailure().getFields()).containsExactly(entry("httpCode", 401));
            assertThat(heard.awaitFailure()).hasCauseInstanceOf(UnauthorizedException.class);
            assertThat(heard.outcomes()).isOne();
            assertThat(bench.server.getRequestCount())
                    .as("two tokens, two attempts")
                    .isEqualTo(4);
        }
    }

    @Test
    void notSignedInUnder403IsAnsweredWithARenewedTokenToo() {
        try (TransportBench bench = bench().token("first-token").token("second-token")) {
            bench.answer(403, EXPIRED_SESSION).answer(200, replies(Channel.META_CONNECT));
            assertThat(bench.send(Channel.META_CONNECT).awaitMessages()).hasSize(1);
            assertThat(authorization(bench)).isEqualTo("Bearer first-token");
            assertThat(authorization(bench)).isEqualTo("Bearer second-token");
        }
    }

    @Test
    void notSignedInTwiceFailsTheBatchWithItsStatus() {
        try (TransportBench bench = bench().token("first-token").token("second-token")) {
            bench.answer(403, EXPIRED_SESSION).answer(403, EXPIRED_SESSION);
            TransportException failure = bench.send(Channel.META_CONNECT).awaitFailure();
            assertThat(failure.getFields()).containsExactly(entry("httpCode", 403));
            assertThat(failure).hasCauseInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void aMissingPermissionOrABadApiKeyRenewsNothing() {
        try (TransportBench bench = bench().token("first-token")) {
            bench.answer(403, "{\"status\":{\"code\":403,\"message\":\"no\"}}")
                    .answer(403, "{\"message\":\"Forbidden\"}");
            for (int i = 0; i < 2; i++) {
                TransportException failure = bench.send(Channel.META_CONNECT).awaitFailure();
                assertThat(failure.getFields()).containsExactly(entry("httpCode", 403));
                assertThat(failure).hasCauseInstanceOf(ForbiddenException.class);
            }
            assertThat(bench.server.getRequestCount())
                    .as("one token, two attempts")
                    .isEqualTo(3);
        }
    }

    @Test
    void whenThereIsNoTokenTheBatchFailsAndNothingIsSent() {
        try (TransportBench bench = bench().token(new MockResponse.Builder()
                .code(401)
                .addHeader("Content-Type", "application/json")
                .body("{\"error\":\"invalid_client\"}"))) {
            HeardBatch heard = bench.send(Channel.META_HANDSHAKE);
            assertThat(heard.awaitFailure()).hasCauseInstanceOf(AuthenticationException.class);
            assertThat(heard.awaitFailure().getFields())
                    .as("not an answer of CometD")
                    .isEmpty();
            assertThat(heard.outcomes()).isOne();
            assertThat(bench.server.getRequestCount())
                    .as("the token request only")
                    .isOne();
        }
    }

    @Test
    void aTokenEndpointThatHangsHoldsUpNeitherTheCallerNorTheDeadline() {
        try (TransportBench bench = bench().token(silent())) {
            HeardBatch heard = bench.send(Channel.META_HANDSHAKE);
            bench.takeTokenRequest();
            assertThat(heard.told()).containsExactly("sending 1");
            bench.timer.advance(NETWORK_DELAY);
            assertThat(heard.awaitFailure()).hasCauseInstanceOf(CometdException.class);
        }
    }

    @Test
    void anAbortEndsTheWaitForAToken() {
        try (TransportBench bench = bench().token(silent())) {
            HeardBatch heard = bench.send(Channel.META_HANDSHAKE);
            bench.takeTokenRequest();
            IllegalStateException why = new IllegalStateException("over");
            bench.transport.abort(why);
            assertThat(heard.awaitFailure()).hasCause(why);
        }
    }
}
