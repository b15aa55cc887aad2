package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.HANDLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.sandbox.Faults;
import io.github.multicloudcx.statistics.live.CometdException;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.live.UnknownStatisticException;
import io.github.multicloudcx.statistics.model.Statistic;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Opening works, or fails at once with the reason and leaves nothing behind. */
class OpeningTest {
    private static final Statistic UNKNOWN = Statistic.named("NoSuchStatistic").agent("agent2");

    private final Recorder heard = new Recorder();
    private final LiveThreads threads = LiveThreads.start();

    private SubscriptionBuilder builder(LiveDeployment deployment) {
        return heard.on(new DefaultSubscriptionBuilder(deployment.cx, () -> threads))
                .statistic(HANDLING);
    }

    private <E extends CxException> E fails(LiveDeployment deployment, Class<E> type) {
        E failure = catchThrowableOfType(type, () -> {
            var unused = builder(deployment).open();
        });
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain("\n");
        assertThat(threads.io().isTerminated()).isTrue();
        assertThat(threads.timer().isTerminated()).isTrue();
        heard.awaitState(state -> state instanceof LiveState.Closed);
        assertThat(heard.stateNames()).containsExactly("Connecting", "Closed");
        assertThat(deployment.sandbox.statistics().subscriptions()).isEmpty();
        return failure;
    }

    private <E extends CxException> E failsWith(UnaryOperator<CxClientBuilder> settings, Class<E> type) {
        try (LiveDeployment deployment = LiveDeployment.start(settings)) {
            E failure = fails(deployment, type);
            deployment.sandbox.clearViolations();
            return failure;
        }
    }

    private <E extends CxException> E failsAfter(Consumer<Faults> fault, Class<E> type) {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            fault.accept(deployment.sandbox.faults());
            return fails(deployment, type);
        }
    }

    @Test
    void aBadApiKeyIsNamedAsTheReason() {
        ForbiddenException failure = failsWith(
                builder -> builder.apiKey("wrong").credentials(Credentials.bearer("token")), ForbiddenException.class);
        assertThat(failure.reason()).isEqualTo(ForbiddenException.Reason.API_KEY);
        assertThat(failure).hasMessageContaining("/statistics/v3/notifications/handshake");
    }

    @Test
    void aBadTokenIsNamedAsTheReason() {
        failsWith(builder -> builder.credentials(Credentials.bearer("wrong-token")), UnauthorizedException.class);
    }

    @Test
    void aWrongClientSecretIsNamedAsTheReason() {
        failsWith(
                builder -> builder.credentials(OAuth.clientCredentials("sandbox-client", "wrong-secret")),
                AuthenticationException.class);
    }

    @Test
    void anAddressWithoutCometdIsNamedAsTheReason() {
        try (LiveDeployment other = LiveDeployment.start()) {
            NotFoundException failure = failsWith(
                    builder -> builder.baseUrl(ApiFamily.STATISTICS, other.sandbox.baseUrl() + "/elsewhere"),
                    NotFoundException.class);
            assertThat(failure).hasMessageContaining("there is no CometD service at this address");
            other.sandbox.clearViolations();
        }
    }

    @Test
    void anAddressWhereNobodyListensIsNamedAsTheReason() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ConnectionException failure = failsWith(
                builder -> builder.baseUrl(ApiFamily.STATISTICS, "http://127.0.0.1:" + port),
                ConnectionException.class);
        assertThat(failure).hasMessageContaining("connection refused");
    }

    @Test
    void anUnavailableServiceIsNamedAsTheReason() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            deployment.sandbox.statistics().unavailable();
            assertThat(fails(deployment, ServerException.class).status()).isEqualTo(503);
        }
    }

    @Test
    void aPageInPlaceOfAnAnswerIsNamedAsTheReason() {
        failsAfter(faults -> faults.on("cometdHandshake").html(200), DecodeException.class);
    }

    @Test
    void anEmptyAnswerIsNamedAsTheReason() {
        assertThat(failsAfter(faults -> faults.on("cometdHandshake").emptyBody(200), CometdException.class))
                .hasMessageContaining("without a message");
    }

    @Test
    void aChannelThatCannotBeSubscribedIsNamedAsTheReason() {
        assertThat(failsAfter(faults -> faults.on("cometdSubscribe").spring(500), ServerException.class))
                .hasMessageContaining("/statistics/v3/notifications/subscribe");
    }

    @Test
    void aSubscriptionThatIsRefusedIsNamedAsTheReason() {
        assertThat(failsAfter(
                        faults -> faults.on("createSubscription").envelope(403, 403, "Not allowed"),
                        ForbiddenException.class))
                .hasMessageContaining("Not allowed");
    }

    @Test
    void silenceEndsWithTheTimeForOpening() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            deployment.sandbox.faults().on("cometdHandshake").hang();
            assertThatExceptionOfType(CometdException.class)
                    .isThrownBy(() -> builder(deployment)
                            .openTimeout(Duration.ofMillis(200))
                            .closeTimeout(Duration.ofMillis(200))
                            .open())
                    .withMessageContaining("No CometD session within 200 ms");
            assertThat(threads.timer().isTerminated()).isTrue();
        }
    }

    @Test
    void silenceEndsWithTheNetworkDelayWhenThatIsShorter() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            deployment.sandbox.faults().on("cometdHandshake").hang();
            assertThatExceptionOfType(CometdException.class)
                    .isThrownBy(() -> builder(deployment)
                            .networkDelay(Duration.ofMillis(200))
                            .closeTimeout(Duration.ofMillis(200))
                            .open())
                    .withMessageContaining("did not answer within 200 ms");
        }
    }

    @Test
    void anUnknownStatisticIsNamedAndTheOthersAreNotKept() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            assertThatExceptionOfType(UnknownStatisticException.class)
                    .isThrownBy(() -> builder(deployment).statistic(UNKNOWN).open())
                    .withMessageContaining("NoSuchStatistic of Agent agent2")
                    .withMessageContaining("the server says: Unknown statistic")
                    .satisfies(failure -> {
                        assertThat(failure.missing()).containsExactly(UNKNOWN);
                        assertThat(failure.errors()).hasSize(1);
                    });
            assertThat(deployment.sandbox.statistics().subscriptions()).isEmpty();
            assertThat(deployment.sandbox.statistics().sessions()).isEmpty();
        }
    }

    @Test
    void nothingButUnknownStatisticsIsABadRequest() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            assertThatExceptionOfType(BadRequestException.class)
                    .isThrownBy(() -> new DefaultSubscriptionBuilder(deployment.cx)
                            .statistic(UNKNOWN)
                            .open());
        }
    }

    @Test
    void missingStatisticsAreListedWhereTheyAreAllowed() {
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live = builder(deployment)
                        .statistic(UNKNOWN)
                        .allowMissing(true)
                        .open()) {
            assertThat(live.missing()).containsExactly(UNKNOWN);
            assertThat(live.statistics()).containsExactly(HANDLING, UNKNOWN);
            assertThat(live.latest()).hasSize(1);
            deployment.sandbox.statistics().configure("NoSuchStatistic");
            deployment.awaitPolls(1);
            deployment.sandbox.statistics().expireSessions();
            heard.awaitGaps(1);
            assertThat(live.missing()).isEmpty();
        }
    }

    @Test
    void moreThanABatchBecomesSeveralSubscriptions() {
        List<Statistic> many = IntStream.range(0, 25)
                .mapToObj(i -> Statistic.named("AverageHandlingTime").agent("agent" + i))
                .toList();
        try (LiveDeployment deployment = LiveDeployment.start()) {
            deployment.sandbox.statistics().maxStatisticsPerRequest(10);
            try (StatisticsSubscription live = heard.on(deployment.statistics.subscribe())
                    .statistics(many)
                    .batchSize(10)
                    .open()) {
                assertThat(deployment.sandbox.statistics().subscriptions()).hasSize(3);
                assertThat(live.latest()).hasSize(25);
            }
            assertThat(deployment.sandbox.statistics().subscriptions()).isEmpty();
        }
    }

    @Test
    void aBatchThatIsRefusedTakesTheOthersAlong() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            deployment.sandbox.statistics().maxStatisticsPerRequest(1);
            assertThatExceptionOfType(BadRequestException.class)
                    .isThrownBy(() -> deployment
                            .statistics
                            .subscribe()
                            .statistics(List.of(
                                    HANDLING,
                                    Statistic.named("AverageHandlingTime").agent("a"),
                                    Statistic.named("AverageHandlingTime").agent("b")))
                            .batchSize(2)
                            .open());
            assertThat(deployment.sandbox.statistics().subscriptions()).isEmpty();
        }
    }

    @Test
    void wrongParametersAreRefusedBeforeAnythingIsSent() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            SubscriptionBuilder builder = deployment.statistics.subscribe();
            assertThatIllegalArgumentException()
                    .isThrownBy(builder::open)
                    .withMessageContaining("statistics must name one or more");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.openTimeout(Duration.ZERO))
                    .withMessageContaining("openTimeout");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.staleAfter(Duration.ofNanos(1)))
                    .withMessageContaining("staleAfter must be between 1 millisecond and 365 days");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.batchSize(0))
                    .withMessageContaining("batchSize");
            assertThat(deployment.sandbox.requests()).isEmpty();
        }
    }

    @Test
    void idsThatTheServerMakesUpAreUnderstood() {
        try (LiveDeployment deployment = LiveDeployment.start()) {
            deployment.sandbox.statistics().assignOwnIds(true);
            try (StatisticsSubscription live = builder(deployment).open()) {
                deployment.awaitPolls(1);
                deployment.set(HANDLING, 99);
                heard.awaitUpdate(HANDLING, "99");
                deployment.sandbox.statistics().expireSessions();
                heard.awaitGaps(1);
                deployment.awaitPolls(1);
                deployment.set(HANDLING, 100);
                heard.awaitUpdate(HANDLING, "100");
                assertThat(live.state().live()).isTrue();
            }
        }
    }
}
