package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.HANDLING;
import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens between opening and closing. */
class LivingTest {
    private static final Statistic UNKNOWN = Statistic.named("NoSuchStatistic").agent("agent2");
    private static final Statistic OTHER =
            Statistic.named("AverageHandlingTime").agent("agent3");

    private final Recorder heard = new Recorder();
    private final LiveDeployment deployment = LiveDeployment.start();

    @AfterEach
    void close() {
        deployment.close();
    }

    private StatisticsSubscription open(Statistic... statistics) {
        return heard.on(deployment.statistics.subscribe())
                .statistics(List.of(statistics))
                .open();
    }

    @Test
    void statisticsAreAddedWhileItIsLive() {
        try (StatisticsSubscription live = open(HANDLING)) {
            assertThat(live.add(List.of(HANDLING, OTHER))).isEmpty();
            assertThat(live.statistics()).containsExactly(HANDLING, OTHER);
            deployment.awaitPolls(1);
            deployment.set(OTHER, 5);
            heard.awaitUpdate(OTHER, "5");
            assertThat(deployment.sandbox.statistics().subscriptions()).hasSize(2);
        }
        assertThat(deployment.sandbox.statistics().subscriptions()).isEmpty();
    }

    @Test
    void anUnknownStatisticThatIsAddedIsReturnedAndNotKept() {
        try (StatisticsSubscription live = open(HANDLING)) {
            assertThat(live.add(List.of(OTHER, UNKNOWN))).containsExactly(UNKNOWN);
            assertThat(live.statistics()).containsExactly(HANDLING, OTHER);
            assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> live.add(List.of(UNKNOWN)));
            assertThat(live.statistics()).containsExactly(HANDLING, OTHER);
            assertThat(live.state().live()).isTrue();
        }
    }

    @Test
    void addingThatFailsAddsNothingAndInterruptsNothing() {
        try (StatisticsSubscription live = open(HANDLING)) {
            deployment.sandbox.faults().on("createSubscription").status(503);
            assertThatExceptionOfType(ServerException.class).isThrownBy(() -> live.add(List.of(OTHER)));
            assertThat(live.statistics()).containsExactly(HANDLING);
            assertThat(heard.gaps()).isEmpty();
        }
    }

    @Test
    void aListenerMayAddAndRemove() {
        try (StatisticsSubscription live = open(HANDLING)) {
            deployment.awaitPolls(1);
            try (StatisticsSubscription other = deployment
                    .statistics
                    .subscribe()
                    .statistic(HANDLING)
                    .executor(Runnable::run)
                    .onUpdate(update -> live.add(List.of(OTHER)))
                    .open()) {
                heard.await("the added one", () -> live.latest().size() == 2);
                assertThat(other.state().live()).isTrue();
            }
        }
    }

    @Test
    void statisticsThatAreRemovedAreHeardOfNoMore() {
        try (StatisticsSubscription live = open(HANDLING)) {
            live.add(List.of(OTHER));
            live.remove(List.of(OTHER, UNKNOWN));
            deployment.sandbox.statistics().awaitSubscriptions(1, Recorder.PATIENCE);
            assertThat(live.statistics()).containsExactly(HANDLING);
            assertThat(live.latest()).extracting(update -> update.statistic()).containsExactly(HANDLING);
            deployment.awaitPolls(1);
            deployment.set(OTHER, 77);
            deployment.set(HANDLING, 78);
            heard.awaitUpdate(HANDLING, "78");
            assertThat(heard.updates())
                    .noneMatch(update -> update.value().asText().orElse("").equals("77"));
        }
    }

    @Test
    void oneOfManyThatIsRemovedIsDroppedOnArrivalAndNotAskedForAgain() {
        try (StatisticsSubscription live = open(HANDLING, OTHER)) {
            live.remove(List.of(OTHER));
            deployment.awaitPolls(1);
            deployment.set(OTHER, 77);
            deployment.awaitPolls(1);
            deployment.set(HANDLING, 78);
            heard.awaitUpdate(HANDLING, "78");
            deployment.sandbox.statistics().expireSessions();
            heard.awaitGaps(1);
            assertThat(live.latest()).hasSize(1);
            List<RecordedRequest> created = deployment.sandbox.requests("createSubscription");
            assertThat(created.get(created.size() - 1).bodyText()).doesNotContain("agent3");
        }
    }

    @Test
    void whatIsAddedWhileItReconnectsIsAskedForWhenItIsBack() {
        deployment.sandbox.statistics().pollTimeout(Duration.ofSeconds(20));
        try (StatisticsSubscription live = open(HANDLING)) {
            deployment.awaitPolls(1);
            deployment.sandbox.statistics().unavailable();
            heard.awaitState(state -> state instanceof LiveState.Stale);
            assertThat(live.add(List.of(OTHER))).isEmpty();
            deployment.sandbox.statistics().available();
            heard.awaitGaps(1);
            heard.await("both values", () -> live.latest().size() == 2);
        }
    }

    @Test
    void anUnavailableServiceMakesValuesStaleAtOnce() {
        try (StatisticsSubscription live = open(HANDLING)) {
            deployment.awaitPolls(1);
            deployment.sandbox.statistics().unavailable();
            heard.awaitState(state -> state instanceof LiveState.Stale);
            assertThat(live.state().why()).isEqualTo("the service is unavailable");
            deployment.set(HANDLING, 1234);
            deployment.sandbox.statistics().available();
            heard.awaitUpdate(HANDLING, "1234");
            heard.awaitState(LiveState::live);
            assertThat(heard.gaps()).hasSize(1);
            assertThat(heard.gaps().get(0).why()).isEqualTo("the service is unavailable");
            assertThat(heard.stateNames()).containsExactly("Connecting", "Live", "Stale", "Live");
            heard.await(
                    "the old one deleted",
                    () -> deployment.sandbox.statistics().subscriptions().size() == 1);
        }
    }

    @Test
    void aSubscriptionThatTheServerLostWithoutAWordIsNoticed() {
        try (StatisticsSubscription live = heard.on(deployment.statistics.subscribe())
                .statistic(HANDLING)
                .verifyEvery(Duration.ofMillis(20))
                .open()) {
            deployment.awaitPolls(1);
            String id = deployment.sandbox.statistics().subscriptions().get(0);
            deployment.sandbox.faults().on("getSubscriptionStatisticValues").envelope(404, 404, "Not found");
            heard.awaitGaps(1);
            assertThat(heard.gaps().get(0).why()).isEqualTo("the server no longer has the subscription");
            heard.await(
                    "another one",
                    () -> !deployment.sandbox.statistics().subscriptions().contains(id));
            deployment.awaitPolls(1);
            deployment.set(HANDLING, 55);
            heard.awaitUpdate(HANDLING, "55");
            assertThat(live.state().live()).isTrue();
        }
    }

    @Test
    void theGapIsHeardOfBeforeTheValuesThatFillIt() {
        try (StatisticsSubscription live = open(HANDLING)) {
            deployment.awaitPolls(1);
            deployment.sandbox.faults().on("createSubscription").status(503);
            deployment.sandbox.statistics().expireSessions();
            heard.awaitState(state -> state instanceof LiveState.Reconnecting);
            deployment.set(HANDLING, 4242);
            heard.awaitUpdate(HANDLING, "4242");
            List<Object> all = heard.all();
            int gap = all.indexOf(heard.gaps().get(0));
            int value = all.indexOf(heard.updates().get(heard.updates().size() - 1));
            assertThat(gap).isLessThan(value);
            assertThat(live.state().live()).isTrue();
        }
    }

    @Test
    void restAndCometdShareTheCookiesOfTheirSession() {
        try (StatisticsSubscription live = open(HANDLING, STATE)) {
            deployment.awaitPolls(1);
            Set<String> cookies = deployment.sandbox.requests().stream()
                    .filter(request -> Set.of("createSubscription", "cometdConnect", "cometdSubscribe")
                            .contains(String.valueOf(request.operationId())))
                    .map(request -> sessionOf(request))
                    .collect(Collectors.toSet());
            assertThat(cookies).hasSize(1).doesNotContain("");
            assertThat(live.toString()).doesNotContain(cookies.iterator().next());
        }
    }

    private static String sessionOf(RecordedRequest request) {
        String cookie = String.valueOf(request.header("Cookie"));
        int at = cookie.indexOf("STATISTICS_SESSIONID=");
        return at < 0 ? "" : cookie.substring(at).split("[=;]")[1];
    }

    @Test
    void twoSubscriptionsDoNotDisturbEachOther() {
        Recorder second = new Recorder();
        try (StatisticsSubscription two =
                second.on(deployment.statistics.subscribe()).statistic(HANDLING).open()) {
            try (StatisticsSubscription one = open(HANDLING)) {
                deployment.awaitPolls(2);
                deployment.set(HANDLING, 31);
                heard.awaitUpdate(HANDLING, "31");
                second.awaitUpdate(HANDLING, "31");
                assertThat(one.state().live()).isTrue();
            }
            deployment.awaitPolls(1);
            deployment.set(HANDLING, 32);
            second.awaitUpdate(HANDLING, "32");
            assertThat(two.state().live()).isTrue();
        }
    }

    @Test
    void afterClosingNothingIsAddedAndRemovingDoesNoHarm() {
        StatisticsSubscription live = open(HANDLING);
        live.close();
        live.close();
        live.remove(List.of(HANDLING));
        assertThatIllegalStateException()
                .isThrownBy(() -> live.add(List.of(OTHER)))
                .withMessageContaining("closed");
        assertThat(live.state()).isInstanceOf(LiveState.Closed.class);
    }

    @Test
    void anUpdateThatOvertakesTheAnswerOfTheSubscriptionIsNotLost() {
        deployment.sandbox.onAnswer(request -> {
            if ("createSubscription".equals(request.operationId())) {
                deployment.awaitPolls(1);
                deployment.set(HANDLING, 77);
                deployment.awaitPolls(1);
            }
        });
        try (StatisticsSubscription live = open(HANDLING)) {
            heard.awaitUpdate(HANDLING, "77");
            assertThat(live.latest().get(0).value().asLong()).hasValue(77);
            assertThat(heard.updates()).hasSize(1);
        }
    }
}
