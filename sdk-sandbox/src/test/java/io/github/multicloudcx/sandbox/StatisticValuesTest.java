package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticValuesTest {
    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final StatisticsControl statistics = sandbox.statistics();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> value(String name) {
        return Web.signedIn(sandbox)
                .get("/statistics/v3/statistic-values/" + name + "?objectType=Agent&objectId=agent1");
    }

    private HttpResponse<String> values(String... items) {
        return Web.signedIn(sandbox)
                .postJson(
                        "/statistics/v3/operations/get-statistic-ex",
                        "{\"data\":{\"statistics\":[" + String.join(",", items) + "]}}");
    }

    private static String item(String name) {
        return "{\"name\":\"" + name + "\",\"objectType\":\"Agent\",\"objectId\":\"agent1\"}";
    }

    @Test
    void one_value_comes_with_its_name_and_object() {
        statistics.set("InboundCalls", "Agent", "agent1", 12);

        assertThat(Web.json(value("InboundCalls"))).isEqualTo(Web.json("""
                        {"status":{"code":0},"data":{"statistic":{"name":"InboundCalls","objectType":"Agent",
                         "objectId":"agent1","value":{"intValue":12,"stringValue":"12"},"timestamp":1767607200000}}}
                        """));
        sandbox.assertNoViolations();
    }

    @Test
    void an_unknown_name_is_not_found_until_it_is_configured() {
        HttpResponse<String> response = value("HappyCustomers");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Web.json(response).path("status").path("code").asInt()).isEqualTo(404);
        assertThatThrownBy(() -> statistics.set("HappyCustomers", "Agent", "agent1", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No statistic HappyCustomers is configured");

        statistics.configure("HappyCustomers");

        assertThat(value("HappyCustomers").statusCode()).isEqualTo(200);
    }

    @Test
    void several_values_come_at_once() {
        JsonNode body = Web.json(values(item("InboundCalls"), item("CurrentAgentState")));

        assertThat(body.path("status").path("code").asInt()).isZero();
        assertThat(body.path("data").path("statistics").findValuesAsText("name"))
                .containsExactly("InboundCalls", "CurrentAgentState");
        assertThat(body.has("errors")).isFalse();
    }

    @Test
    void what_is_unknown_among_several_is_an_error_without_an_id() {
        HttpResponse<String> response = values(item("InboundCalls"), item("Unheard"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Web.json(response).path("status").path("code").asInt()).isEqualTo(2);
        assertThat(Web.json(response).path("data").path("statistics")).hasSize(1);
        assertThat(Web.json(response).path("errors")).isEqualTo(Web.json("""
                        [{"status":{"code":404,"message":"Unknown statistic Unheard","detail":{"ConfCode":12345}}}]
                        """));
    }

    @Test
    void when_none_is_known_the_request_is_bad() {
        HttpResponse<String> response =
                values(item("Unheard"), "{\"objectType\":\"Agent\",\"objectId\":\"a\"}", "{\"name\":\"InboundCalls\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Web.json(response).path("status").path("code").asInt()).isEqualTo(400);
        assertThat(Web.json(response).path("errors").findValuesAsText("message"))
                .containsExactly(
                        "Unknown statistic Unheard",
                        "The statistic has no name",
                        "objectType and objectId are mandatory");
    }

    @Test
    void more_than_the_limit_or_nothing_at_all_is_bad() {
        statistics.maxStatisticsPerRequest(1);

        HttpResponse<String> response = values(item("InboundCalls"), item("CurrentAgentState"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The limit is 1 statistics in a request, not 2");
        assertThat(values().statusCode()).isEqualTo(400);
        assertThat(Subscriber.connected(sandbox)
                        .open("U1", Subscriber.named("a", "InboundCalls"), Subscriber.named("b", "InboundCalls"))
                        .body())
                .contains("The limit is 1");
    }

    @Test
    void what_nobody_has_set_is_the_same_in_every_sandbox() {
        JsonNode here = statistics.value("AverageHandlingTime", "Agent", "agent7");

        try (Sandbox other = Sandbox.start()) {
            assertThat(other.statistics().value("AverageHandlingTime", "Agent", "agent7"))
                    .isEqualTo(here);
            assertThat(here.path("intValue").isIntegralNumber()).isTrue();
            assertThat(other.statistics()
                            .value("CurrentAgentState", "Agent", "agent7")
                            .has("intValue"))
                    .isFalse();
        }
    }

    @Test
    void values_have_the_shape_that_is_set() {
        Map<ValueShape, String> expected = new LinkedHashMap<>();
        expected.put(
                ValueShape.OBJECT, "{\"intValue\":12,\"stringValue\":\"12\"} {\"stringValue\":\"WaitForNextCall\"}");
        expected.put(ValueShape.STRING_VALUE, "{\"stringValue\":\"12\"} {\"stringValue\":\"WaitForNextCall\"}");
        expected.put(ValueShape.NUMBER, "12 \"WaitForNextCall\"");
        expected.put(ValueShape.DECIMAL, "12.0 \"WaitForNextCall\"");
        expected.put(ValueShape.TEXT, "\"12\" \"WaitForNextCall\"");
        statistics.set("InboundCalls", "Agent", "agent1", 12L);
        statistics.set("CurrentAgentState", "Agent", "agent1", "WaitForNextCall");

        expected.forEach((shape, text) -> {
            statistics.valueShape(shape);
            assertThat(statistics.value("InboundCalls", "Agent", "agent1") + " "
                            + statistics.value("CurrentAgentState", "Agent", "agent1"))
                    .isEqualTo(text);
            assertThat(value("InboundCalls").body()).contains(text.substring(0, text.lastIndexOf(' ')));
        });
    }

    @Test
    void fractions_truths_and_json_can_be_values() {
        statistics.set("ServiceLevel", "Queue", "q", 99.5);
        assertThat(statistics.value("ServiceLevel", "Queue", "q"))
                .hasToString("{\"intValue\":99.5,\"stringValue\":\"99.5\"}");

        statistics.set("ServiceLevel", "Queue", "q", true);
        assertThat(statistics.value("ServiceLevel", "Queue", "q")).hasToString("{\"stringValue\":\"true\"}");

        statistics.set("ServiceLevel", "Queue", "q", Web.json("{\"odd\":[1]}"));
        assertThat(statistics.value("ServiceLevel", "Queue", "q")).hasToString("{\"odd\":[1]}");

        assertThatThrownBy(() -> statistics.set("ServiceLevel", "Queue", "q", new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A value is a Number, a String, a Boolean or a JsonNode");
    }

    @Test
    void nothing_is_set_when_one_of_many_cannot_be() {
        Map<StatisticKey, Object> many = new LinkedHashMap<>();
        many.put(new StatisticKey("InboundCalls", "Agent", "agent1"), 5);
        many.put(new StatisticKey("Unheard", "Agent", "agent1"), 5);
        JsonNode before = statistics.value("InboundCalls", "Agent", "agent1");

        assertThatThrownBy(() -> statistics.setAll(many)).isInstanceOf(IllegalArgumentException.class);

        assertThat(statistics.value("InboundCalls", "Agent", "agent1")).isEqualTo(before);
    }

    @Test
    void timestamps_have_the_style_that_is_set() {
        statistics.timestampStyle(TimestampStyle.DECIMAL);
        assertThat(value("InboundCalls").body()).contains("\"timestamp\":1767607200000.0}");

        statistics.timestampStyle(TimestampStyle.TEXT);
        assertThat(value("InboundCalls").body()).contains("\"timestamp\":\"1767607200000\"}");
    }
}
