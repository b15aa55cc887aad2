package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticServiceStateTest {
    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final StatisticsControl statistics = sandbox.statistics();
    private final Subscriber client = Subscriber.subscribed(sandbox, "U1");

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static JsonNode state(String name) {
        return Web.json("""
                {"name":"ServiceStateChange","topic":"/statistics/v3/service","data":{"serviceState":"%s"}}""".formatted(name));
    }

    @Test
    void a_service_that_goes_says_so_to_those_who_listen() {
        CompletableFuture<JsonNode> poll = client.held();

        statistics.unavailable();
        statistics.unavailable();

        assertThat(Subscriber.on(Subscriber.SERVICE, poll.join())).containsExactly(state("UNAVAILABLE"));
        assertThat(Subscriber.on(Subscriber.SERVICE, client.connect(0))).isEmpty();
    }

    @Test
    void a_service_that_comes_back_says_so_and_has_lost_its_subscriptions() {
        statistics.unavailable();
        statistics.available();

        assertThat(Subscriber.on(Subscriber.SERVICE, client.connect(0)))
                .containsExactly(state("UNAVAILABLE"), state("AVAILABLE"));
        assertThat(statistics.subscriptions()).isEmpty();
        assertThat(client.values("U1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void requests_are_answered_503_meanwhile() {
        statistics.unavailable();

        HttpResponse<String> values = client.values("U1", "");
        assertThat(values.statusCode()).isEqualTo(503);
        assertThat(Web.json(values).path("status").path("code").asInt()).isEqualTo(503);
        assertThat(client.open("U2", Subscriber.named("a", "InboundCalls")).statusCode())
                .isEqualTo(503);
        assertThat(client.web()
                        .get("/statistics/v3/statistic-values/InboundCalls?objectType=Agent&objectId=agent1")
                        .statusCode())
                .isEqualTo(503);
        assertThat(client.close("U1").statusCode()).isEqualTo(200);

        statistics.available();
        assertThat(client.open("U2", Subscriber.named("a", "InboundCalls")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void subscriptions_can_outlive_it_but_hear_nothing_meanwhile() {
        statistics.keepSubscriptionsWhenUnavailable(true);
        statistics.unavailable();
        statistics.set("InboundCalls", "Agent", "agent1", 12);
        statistics.available();
        assertThat(client.told()).isEmpty();

        assertThat(Web.json(client.values("U1", "?statisticIds=calls"))
                        .path("data")
                        .path("statistics")
                        .path(0)
                        .path("value")
                        .path("intValue")
                        .asInt())
                .isEqualTo(12);
        statistics.set("InboundCalls", "Agent", "agent1", 13);

        assertThat(client.told()).containsExactly("calls=13");
    }

    @Test
    void the_state_can_come_without_its_wrapper() {
        statistics.wrapUpdates(false);

        statistics.unavailable();

        assertThat(Subscriber.on(Subscriber.SERVICE, client.connect(0)))
                .containsExactly(Web.json("{\"serviceState\":\"UNAVAILABLE\"}"));
    }
}
