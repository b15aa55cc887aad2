package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticSubscriptionTest {
    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final StatisticsControl statistics = sandbox.statistics();
    private final Subscriber client = Subscriber.connected(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static String calls() {
        return Subscriber.named("calls", "InboundCalls");
    }

    private static int code(HttpResponse<String> response) {
        return Web.json(response).path("status").path("code").asInt(-1);
    }

    @Test
    void the_answer_has_the_ids_of_the_client_and_the_values() {
        statistics.set("InboundCalls", "Agent", "agent1", 12);

        HttpResponse<String> response = client.open("U1", calls(), Subscriber.defined("own", "{\"category\":\"X\"}"));
        statistics.setDefined("own", 7);

        assertThat(code(response)).isZero();
        JsonNode data = Web.json(response).path("data");
        assertThat(data.path("subscriptionId").asText()).isEqualTo("U1");
        assertThat(data.path("operationId").asText()).isEqualTo("U1");
        assertThat(data.path("statistics").path(0)).isEqualTo(Web.json("""
                        {"statisticId":"calls","name":"InboundCalls","objectType":"Agent","objectId":"agent1",
                         "value":{"intValue":12,"stringValue":"12"},"timestamp":1767607200000}
                        """));
        assertThat(data.path("statistics").path(1).has("name")).isFalse();
        assertThat(Web.json(client.values("U1", "?statisticIds=own"))
                        .path("data")
                        .path("statistics")
                        .path(0)
                        .path("value")
                        .path("intValue")
                        .asInt())
                .isEqualTo(7);
        sandbox.assertNoViolations();
    }

    @Test
    void the_answer_leaves_the_statistics_out_when_told_to() {
        HttpResponse<String> response =
                client.create("?verbose=OFF", "{\"operationId\":\"U1\",\"data\":{\"statistics\":[" + calls() + "]}}");

        assertThat(code(response)).isZero();
        assertThat(Web.json(response).path("data").has("statistics")).isFalse();
        assertThat(Web.json(client.values("U1", "?verbose=OFF"))
                        .path("data")
                        .path("statistics")
                        .path(0)
                        .fieldNames())
                .toIterable()
                .containsExactly("statisticId", "value", "timestamp");
    }

    @Test
    void missing_ids_are_made_up_the_same_way_in_every_sandbox() {
        String body = """
                {"data":{"statistics":[{"name":"InboundCalls","objectType":"Agent","objectId":"agent1"}]}}""";

        JsonNode data = Web.json(client.create("", body)).path("data");

        try (Sandbox other = Sandbox.start()) {
            JsonNode same =
                    Web.json(Subscriber.connected(other).create("", body)).path("data");
            assertThat(same.path("subscriptionId")).isEqualTo(data.path("subscriptionId"));
            assertThat(same.path("statistics").findValue("statisticId"))
                    .isEqualTo(data.path("statistics").findValue("statisticId"));
        }
        assertThat(statistics.subscriptions())
                .containsExactly(data.path("subscriptionId").asText());
    }

    @Test
    void the_service_may_insist_on_ids_of_its_own() {
        statistics.assignOwnIds(true);

        JsonNode data = Web.json(client.open("U1", calls())).path("data");
        statistics.set("InboundCalls", "Agent", "agent1", 12);

        assertThat(data.path("operationId").asText()).isEqualTo("U1");
        assertThat(data.path("subscriptionId").asText()).isNotEqualTo("U1");
        String statisticId = data.path("statistics").path(0).path("statisticId").asText();
        assertThat(statisticId).isNotEqualTo("calls");
        assertThat(client.told()).containsExactly(statisticId + "=12");
    }

    @Test
    void what_cannot_be_opened_is_an_error_beside_the_rest() {
        HttpResponse<String> response = client.open(
                "U1", calls(), Subscriber.named("odd", "Unheard"), "{\"objectType\":\"Agent\",\"objectId\":\"a\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(code(response)).isEqualTo(2);
        assertThat(Web.json(response).path("data").path("statistics").findValuesAsText("statisticId"))
                .containsExactly("calls");
        assertThat(Web.json(response).path("errors").findValuesAsText("message"))
                .containsExactly("Unknown statistic Unheard", "The statistic has no name");
        assertThat(response.body()).doesNotContain("odd");
    }

    @Test
    void when_nothing_can_be_opened_there_is_no_subscription() {
        HttpResponse<String> response = client.open("U1", Subscriber.named("odd", "Unheard"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo(400);
        assertThat(Web.json(response).path("errors")).hasSize(1);
        assertThat(statistics.subscriptions()).isEmpty();
    }

    @Test
    void an_id_that_comes_twice_is_bad() {
        HttpResponse<String> twice = client.open("U1", calls(), calls());
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("Statistic id calls comes more than once");

        client.open("U1", calls());
        HttpResponse<String> again = client.open("U1", calls());

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Subscription U1 is open already");
    }

    @Test
    void deleting_always_succeeds() {
        client.open("U1", calls());

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> response = client.close("U1");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"status\":{\"code\":0}}");
        }

        assertThat(statistics.subscriptions()).isEmpty();
        assertThat(client.values("U1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void some_or_all_values_can_be_asked_for() {
        client.open(
                "U1", calls(), Subscriber.named("state", "CurrentAgentState"), Subscriber.named("x", "MissedCalls"));

        assertThat(Web.json(client.values("U1", "")).path("data").path("statistics"))
                .hasSize(3);
        assertThat(Web.json(client.values("U1", "?statisticIds=x,calls"))
                        .path("data")
                        .path("statistics")
                        .findValuesAsText("statisticId"))
                .containsExactly("calls", "x");
    }

    @Test
    void unknown_ids_among_known_ones_are_errors() {
        client.open("U1", calls());

        HttpResponse<String> some = client.values("U1", "?statisticIds=calls,odd");
        HttpResponse<String> none = client.values("U1", "?statisticIds=");

        assertThat(code(some)).isEqualTo(2);
        assertThat(Web.json(some).path("errors").findValuesAsText("message"))
                .containsExactly("Unknown statistic id odd");
        assertThat(none.statusCode()).isEqualTo(400);
    }

    @Test
    void a_test_can_wait_for_a_subscription() {
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> client.open("U1", calls()), Runner.THREADS);

        statistics.awaitSubscriptions(1, Subscriber.PATIENCE);

        assertThat(statistics.subscriptions()).containsExactly("U1");
        assertThat(call.join().statusCode()).isEqualTo(200);
    }

    @Test
    void only_what_is_subscribed_can_be_set_by_its_id() {
        assertThatThrownBy(() -> statistics.setDefined("odd", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No open subscription has a statistic odd");
    }
}
