package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.HANDLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.model.Statistic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What could make a board show untrue values without saying so. */
@Timeout(120)
class TrustTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Statistic OTHER =
            Statistic.named("AverageHandlingTime").agent("agent3");
    private static final Statistic LATE = Statistic.named("LateStatistic").agent("agent2");

    private final Recorder heard = new Recorder();

    private SubscriptionBuilder builder(LiveDeployment deployment) {
        return heard.on(deployment.statistics.subscribe()).statistic(HANDLING);
    }

    @Test
    void whatIsAddedDuringTroubleIsOpenedThoughTheSessionIsKept() {
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live = builder(deployment).open()) {
            deployment.awaitPolls(1);
            deployment.sandbox.faults().on("cometdConnect").times(2).status(503);
            deployment.set(HANDLING, 1);
            heard.awaitState(state -> state instanceof LiveState.Reconnecting);
            assertThat(live.add(List.of(OTHER))).isEmpty();
            heard.await("both values", () -> live.latest().size() == 2);
            heard.awaitState(LiveState::live);
            deployment.awaitPolls(1);
            deployment.set(OTHER, 321);
            heard.awaitUpdate(OTHER, "321");
        }
    }

    @Test
    void aSubscriptionWithoutAnyStatisticIsNoLife() {
        VirtualTime time = new VirtualTime();
        ExecutorService io = Executors.newCachedThreadPool(LiveThreads.named("trust-io"));
        try (LiveDeployment deployment = LiveDeployment.start(settings -> settings.timeSource(time))) {
            deployment.sandbox.statistics().configure("LateStatistic");
            try (StatisticsSubscription live = heard.on(
                            new DefaultSubscriptionBuilder(deployment.cx, () -> new LiveThreads(time, io)))
                    .networkDelay(LONG)
                    .openTimeout(LONG)
                    .statistic(HANDLING)
                    .statistic(LATE)
                    .open()) {
                deployment.awaitPolls(1);
                String partial =
                        "{\"status\":{\"code\":2},\"errors\":[{\"status\":{\"code\":503,\"message\":\"starting\"}}],"
                                + "\"data\":{\"statistics\":[]}}";
                deployment.sandbox.faults().on("createSubscription").body(200, "application/json", partial);
                deployment.sandbox.statistics().expireSessions();
                heard.awaitGaps(1);
                assertThat(live.missing()).isEmpty();
                heard.awaitState(LiveState::live);
                assertThat(live.latest()).hasSize(2);
            }
        }
    }

    @Test
    void aStatisticThatTheServerDoesNotGiveAnyMoreIsToldAndAskedForAgain() {
        VirtualTime time = new VirtualTime();
        ExecutorService io = Executors.newCachedThreadPool(LiveThreads.named("trust-io"));
        try (LiveDeployment deployment = LiveDeployment.start(settings -> settings.timeSource(time));
                StatisticsSubscription live = heard.on(
                                new DefaultSubscriptionBuilder(deployment.cx, () -> new LiveThreads(time, io)))
                        .networkDelay(LONG)
                        .openTimeout(LONG)
                        .statistic(HANDLING)
                        .statistic(LATE)
                        .allowMissing(true)
                        .open()) {
            assertThat(live.missing()).containsExactly(LATE);
            assertThat(live.state())
                    .isInstanceOfSatisfying(
                            LiveState.Live.class,
                            state -> assertThat(state.missing()).containsExactly(LATE));
            deployment.sandbox.statistics().configure("LateStatistic");
            time.advance(Duration.ofMinutes(1));
            heard.awaitState(state ->
                    state instanceof LiveState.Live now && now.missing().isEmpty());
            assertThat(live.latest()).hasSize(2);
            assertThat(live.missing()).isEmpty();
            assertThat(heard.gaps()).isEmpty();
        }
    }

    @Test
    void anAnswerThatLacksAValueDoesNotTakeTheOthersDown() {
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live =
                        builder(deployment).statistic(OTHER).open()) {
            deployment.awaitPolls(1);
            deployment
                    .sandbox
                    .faults()
                    .on("getSubscriptionStatisticValues")
                    .times(2)
                    .body(200, "application/json", "{\"status\":{\"code\":2},\"data\":{\"statistics\":[]}}");
            deployment.sandbox.statistics().expireSessions();
            heard.awaitGaps(1);
            deployment.awaitPolls(1);
            deployment.set(HANDLING, 808);
            heard.awaitUpdate(HANDLING, "808");
            assertThat(live.state().live()).isTrue();
        }
    }

    @Test
    void twoStatisticsOfOneIdAreRefusedAtOnce() {
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live =
                        builder(deployment).statistic(OTHER.statisticId("one")).open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> live.add(List.of(LATE.statisticId("one"))))
                    .withMessageContaining("\"one\" is given twice");
            assertThat(live.statistics()).hasSize(2);
        }
    }

    @Test
    void credentialsThatThrowAreAnInterruptionAndNotTheEnd() {
        AtomicBoolean sealed = new AtomicBoolean();
        try (LiveDeployment deployment = LiveDeployment.start();
                LiveDeployment sealable =
                        LiveDeployment.start(settings -> settings.baseUrl(deployment.sandbox.baseUrl())
                                .apiKey(deployment.sandbox.apiKey())
                                .credentials(vault(deployment, sealed)));
                StatisticsSubscription live = heard.on(sealable.statistics.subscribe())
                        .statistic(HANDLING)
                        .open()) {
            deployment.awaitPolls(1);
            sealed.set(true);
            deployment.set(HANDLING, 1);
            heard.awaitState(state -> state instanceof LiveState.Reconnecting);
            sealed.set(false);
            heard.awaitGaps(1);
            deployment.awaitPolls(1);
            deployment.set(HANDLING, 909);
            heard.awaitUpdate(HANDLING, "909");
            assertThat(live.state().live()).isTrue();
            assertThat(heard.states()).noneMatch(state -> state instanceof LiveState.Closed);
            assertThat(heard.gaps().get(0).why()).doesNotContain("secret of the vault");
        }
    }

    private static Credentials vault(LiveDeployment deployment, AtomicBoolean sealed) {
        Credentials inside = OAuth.clientCredentials(deployment.sandbox.clientId(), deployment.sandbox.clientSecret());
        return context -> {
            Authenticator real = inside.bind(context);
            return new Authenticator() {
                @Override
                public Authorization authorize(OutgoingRequest request) throws InterruptedException, IOException {
                    if (sealed.get()) {
                        throw new IllegalStateException("secret of the vault");
                    }
                    return real.authorize(request);
                }

                @Override
                public boolean refused(Authorization authorization) {
                    return real.refused(authorization);
                }

                @Override
                public void close() {
                    real.close();
                }
            };
        };
    }

    @Test
    void whatIsRemovedAndAddedAgainHasItsValue() {
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live =
                        builder(deployment).statistic(OTHER).open()) {
            live.remove(List.of(OTHER));
            live.add(List.of(OTHER));
            heard.await("its value", () -> live.latest().size() == 2);
        }
    }

    @Test
    void addingThatFailsHalfWayLeavesNothingOpen() {
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live = builder(deployment).open()) {
            deployment.sandbox.statistics().assignOwnIds(true);
            deployment
                    .sandbox
                    .faults()
                    .on("getSubscriptionStatisticValues")
                    .times(3)
                    .status(500);
            assertThatExceptionOfType(CxException.class).isThrownBy(() -> live.add(List.of(OTHER)));
            assertThat(live.statistics()).containsExactly(HANDLING);
            deployment.sandbox.statistics().awaitSubscriptions(1, Recorder.PATIENCE);
        }
    }

    @Test
    void anExecutorThatThrowsOnceDoesNotSilenceTheListeners() {
        AtomicBoolean throwing = new AtomicBoolean();
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live = builder(deployment)
                        .executor(task -> {
                            if (throwing.getAndSet(false)) {
                                throw new IllegalStateException("full");
                            }
                            task.run();
                        })
                        .open()) {
            deployment.awaitPolls(1);
            throwing.set(true);
            deployment.set(HANDLING, 1);
            deployment.awaitPolls(1);
            deployment.set(HANDLING, 2);
            heard.awaitUpdate(HANDLING, "2");
            assertThat(live.state().live()).isTrue();
        }
    }

    @Test
    void anErrorInAnInterceptorIsAnInterruptionAtOnce() {
        AtomicBoolean throwing = new AtomicBoolean();
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (chain.request().url().encodedPath().endsWith("/connect") && throwing.getAndSet(false)) {
                        throw new AssertionError("broken interceptor");
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        try (LiveDeployment deployment = LiveDeployment.start(settings -> settings.okHttpClient(client));
                StatisticsSubscription live = builder(deployment).open()) {
            deployment.awaitPolls(1);
            throwing.set(true);
            deployment.set(HANDLING, 1);
            heard.awaitGaps(1);
            deployment.awaitPolls(1);
            deployment.set(HANDLING, 2);
            heard.awaitUpdate(HANDLING, "2");
            assertThat(live.state().live()).isTrue();
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    @Test
    void aNewSessionIsBelievedThoughItsClockIsBehind() {
        Statistic one = OTHER.statisticId("one");
        try (LiveDeployment deployment = LiveDeployment.start();
                StatisticsSubscription live = heard.on(deployment.statistics.subscribe())
                        .statistic(one)
                        .open()) {
            deployment.awaitPolls(1);
            deployment.set(one, 6);
            heard.awaitUpdate(one, "6");
            deployment.awaitPolls(1);
            deployment
                    .sandbox
                    .statistics()
                    .push(
                            deployment.sandbox.statistics().subscriptions().get(0),
                            "one",
                            5,
                            deployment.sandbox.clock().now().plusSeconds(3600));
            heard.awaitUpdate(one, "5");
            deployment.awaitPolls(1);
            deployment.sandbox.statistics().expireSessions();
            heard.awaitGaps(1);
            heard.await(
                    "the true value",
                    () -> live.latest().get(0).value().asLong().orElse(-1) == 6);
        }
    }

    @Test
    void aStatisticThatIsMissingAfterAnInterruptionShowsNoOldValue() {
        Statistic one = HANDLING.statisticId("one");
        Statistic two = OTHER.statisticId("two");
        String partial = "{\"status\":{\"code\":2},\"errors\":[{\"status\":{\"code\":503,\"message\":\"starting\"}}],"
                + "\"data\":{\"statistics\":[{\"statisticId\":\"one\",\"value\":7}]}}";
        VirtualTime time = new VirtualTime();
        ExecutorService io = Executors.newCachedThreadPool(LiveThreads.named("trust-io"));
        try (LiveDeployment deployment = LiveDeployment.start(settings -> settings.timeSource(time));
                StatisticsSubscription live = heard.on(
                                new DefaultSubscriptionBuilder(deployment.cx, () -> new LiveThreads(time, io)))
                        .networkDelay(LONG)
                        .openTimeout(LONG)
                        .statistics(List.of(one, two))
                        .open()) {
            assertThat(live.latest()).hasSize(2);
            deployment.awaitPolls(1);
            deployment.sandbox.faults().on("createSubscription").body(200, "application/json", partial);
            deployment.sandbox.faults().on("getSubscriptionStatisticValues").body(200, "application/json", partial);
            deployment.sandbox.statistics().expireSessions();
            heard.awaitGaps(1);
            heard.awaitState(LiveState::live);
            assertThat(live.missing()).containsExactly(two);
            assertThat(live.latest()).extracting(update -> update.statistic()).containsExactly(one);
            time.advance(Duration.ofMinutes(1));
            heard.await("it again", () -> live.latest().size() == 2);
            heard.await("nothing missing", () -> live.missing().isEmpty());
        }
    }
}
