package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticUpdatesTest {
    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final StatisticsControl statistics = sandbox.statistics();
    private final Subscriber client = Subscriber.subscribed(sandbox, "U1");

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void calls(Object value) {
        statistics.set("InboundCalls", "Agent", "agent1", value);
    }

    private void state(String value) {
        statistics.set("CurrentAgentState", "Agent", "agent1", value);
    }

    private void openDefined(String definition) {
        client.close("U1");
        client.open("U2", Subscriber.defined("own", definition));
    }

    @Test
    void only_changes_are_pushed() {
        calls(12);
        calls(12L);
        calls(12.0);
        statistics.set("InboundCalls", "Agent", "agent2", 13);
        statistics.set("OutboundCalls", "Agent", "agent1", 13);
        state("CallInbound");

        assertThat(client.told()).containsExactly("calls=12", "state=CallInbound");
    }

    @Test
    void one_message_holds_all_changes_of_a_subscription() {
        client.open("U2", Subscriber.named("again", "InboundCalls"));
        Map<StatisticKey, Object> changes = new LinkedHashMap<>();
        changes.put(new StatisticKey("InboundCalls", "Agent", "agent1"), 12);
        changes.put(new StatisticKey("CurrentAgentState", "Agent", "agent1"), "CallInbound");

        statistics.setAll(changes);

        List<JsonNode> messages = Subscriber.on(Subscriber.UPDATES, client.connect(0));
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).findValuesAsText("statisticId")).containsExactly("calls", "state");
        assertThat(messages.get(1).findValuesAsText("subscriptionId")).containsExactly("U2");
    }

    @Test
    void immediate_in_any_case_means_on_every_change() {
        openDefined("{\"notificationMode\":\"IMMEDIATE\"}");

        statistics.setDefined("own", 1);
        statistics.setDefined("own", 2);

        assertThat(client.told()).containsExactly("own=1", "own=2");
    }

    @Test
    void small_changes_count_only_together() {
        openDefined("{\"notificationMode\":\"Immediate\",\"insensitivity\":5}");
        statistics.setDefined("own", 1000);

        statistics.setDefined("own", 1004);
        statistics.setDefined("own", 996);
        statistics.setDefined("own", 1005);
        statistics.setDefined("own", "text");

        assertThat(client.told()).containsExactly("own=1000", "own=1005", "own=text");
    }

    @Test
    void some_definitions_ask_for_no_notification() {
        for (String mode : List.of("NoNotification", "Reset")) {
            openDefined("{\"notificationMode\":\"" + mode + "\"}");

            statistics.setDefined("own", mode.length());
            sandbox.clock().advance(Duration.ofDays(1));

            assertThat(client.told()).isEmpty();
            client.close("U2");
        }
    }

    @Test
    void periodical_ones_come_with_the_clock_even_unchanged() {
        openDefined("{\"notificationMode\":\"PERIODICAL\",\"notificationFrequency\":10}");
        statistics.setDefined("own", 7);
        assertThat(client.told()).isEmpty();

        sandbox.clock().advance(Duration.ofSeconds(9));
        assertThat(client.told()).isEmpty();
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(client.told()).containsExactly("own=7");
        sandbox.clock().advance(Duration.ofSeconds(10));
        assertThat(client.told()).containsExactly("own=7");
    }

    @Test
    void periods_that_were_missed_are_one_update() {
        openDefined("{\"notificationMode\":\"periodical\",\"notificationFrequency\":10}");
        statistics.setDefined("own", 7);
        CompletableFuture<JsonNode> poll = client.held();

        sandbox.clock().advance(Duration.ofSeconds(35));

        assertThat(Subscriber.on(Subscriber.UPDATES, poll.join())).hasSize(1);
        assertThat(client.told()).isEmpty();
    }

    @Test
    void without_a_manual_clock_periodical_ones_come_by_themselves() {
        try (Sandbox running = Sandbox.start()) {
            Subscriber listener = Subscriber.connected(running);
            listener.open(
                    "U1",
                    Subscriber.defined("own", "{\"notificationMode\":\"Periodical\",\"notificationFrequency\":1}"));

            CompletableFuture<JsonNode> poll = listener.held();

            assertThat(Subscriber.on(Subscriber.UPDATES, poll.join())).hasSize(1);
        }
    }

    @Test
    void the_same_definition_of_the_same_object_has_one_value() {
        client.open("U2", Subscriber.defined("own", "{\"category\":\"TotalTime\",\"subject\":\"DNAction\"}"));
        client.open(
                "U3",
                Subscriber.defined(
                        "other",
                        "{\"subject\":\"DNAction\",\"category\":\"TotalTime\",\"notificationMode\":\"Immediate\"}"));

        statistics.setDefined("own", 5);

        assertThat(client.told()).containsExactly("own=5", "other=5");
    }

    @Test
    void data_can_come_without_its_wrapper() {
        statistics.wrapUpdates(false);

        calls(12);

        JsonNode data = Subscriber.on(Subscriber.UPDATES, client.connect(0)).get(0);
        assertThat(data.fieldNames()).toIterable().containsExactly("statistics");
    }

    @Test
    void timestamps_follow_the_clock_and_the_style() {
        sandbox.clock().advance(Duration.ofSeconds(1));
        statistics.timestampStyle(TimestampStyle.TEXT);
        calls(12);

        assertThat(client.updates().get(0).path("timestamp")).isEqualTo(Web.json("\"1767607201000\""));

        statistics.timestampStyle(TimestampStyle.DECIMAL);
        calls(13);
        assertThat(client.poll().body()).contains("\"timestamp\":1767607201000.0");
    }

    @Test
    void values_follow_the_shape() {
        statistics.valueShape(ValueShape.DECIMAL);
        calls(12);

        assertThat(client.poll().body()).contains("\"value\":12.0");
    }

    @Test
    void updates_can_come_twice() {
        statistics.repeatUpdates(true);

        calls(12);

        assertThat(client.told()).containsExactly("calls=12", "calls=12");
    }

    @Test
    void updates_can_overtake_each_other() {
        calls(1);
        sandbox.clock().advance(Duration.ofSeconds(1));
        statistics.shuffleUpdates(true);

        calls(2);
        calls(3);

        List<String> told = new ArrayList<>();
        client.updates()
                .forEach(update -> told.add(update.path("value").path("intValue") + "@" + update.path("timestamp")));
        assertThat(told)
                .containsExactly(
                        "1@1767607200000", "2@1767607201000", "1@1767607200000", "3@1767607201000", "2@1767607200999");
    }

    @Test
    void any_update_can_be_pushed_as_it_is() {
        statistics.push("U1", "calls", 99, Jobs.START.minusSeconds(1));

        assertThat(client.updates()).containsExactly(Web.json("""
                        {"subscriptionId":"U1","statisticId":"calls","value":{"intValue":99,"stringValue":"99"},
                         "timestamp":1767607199000}
                        """));
        assertThat(statistics
                        .value("InboundCalls", "Agent", "agent1")
                        .path("intValue")
                        .asInt())
                .isNotEqualTo(99);
    }

    @Test
    void an_update_of_an_unknown_subscription_is_pushed_to_everybody() {
        Subscriber other = Subscriber.connected(sandbox);

        statistics.push("U9", "odd", Web.json("[1]"), Jobs.START);

        assertThat(client.updates()).hasSize(1);
        assertThat(other.updates()).hasSize(1);
    }

    @Test
    void a_demonstration_moves_by_itself_until_it_is_stopped() {
        statistics.simulate(Duration.ofMillis(1));

        assertThat(Subscriber.on(Subscriber.UPDATES, Web.json(client.poll()))).isNotEmpty();

        statistics.simulate(Duration.ZERO);
    }

    @Test
    void a_bulk_of_thousands_comes_in_one_message() {
        List<String> many = new ArrayList<>();
        Map<StatisticKey, Object> changes = new LinkedHashMap<>();
        for (int i = 0; i < 5000; i++) {
            many.add(Subscriber.named("s" + i, "TalkDuration").replace("agent1", "agent" + i));
            changes.put(new StatisticKey("TalkDuration", "Agent", "agent" + i), 1000 + i);
        }
        client.open("U2", many.toArray(String[]::new));

        statistics.setAll(changes);

        List<JsonNode> messages = Subscriber.on(Subscriber.UPDATES, client.connect(0));
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).path("data").path("statistics")).hasSize(5000);
    }
}
