package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CometdTest {
    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_handshake_sets_the_cookies_of_session_and_node_and_gives_advice() {
        Subscriber client = new Subscriber(sandbox);

        JsonNode reply = client.handshake();

        assertThat(reply.path("successful").asBoolean()).isTrue();
        assertThat(reply.path("advice"))
                .isEqualTo(Web.json("{\"interval\":0,\"timeout\":20000,\"reconnect\":\"retry\"}"));
        assertThat(reply.path("supportedConnectionTypes"))
                .isEqualTo(Web.json("[\"long-polling\",\"callback-polling\"]"));
        assertThat(client.cookies()).containsOnlyKeys("STATISTICS_SESSIONID", "AWSALB", "BAYEUX_BROWSER");
        assertThat(sandbox.statistics().sessions()).containsExactly(client.clientId());
        sandbox.assertNoViolations();
    }

    @Test
    void an_update_ends_the_poll_that_waits_for_it() {
        Subscriber client = Subscriber.subscribed(sandbox, "U1");
        CompletableFuture<JsonNode> poll = client.held();

        sandbox.statistics().set("InboundCalls", "Agent", "agent1", 12);

        assertThat(sandbox.statistics().heldPolls()).isZero();
        JsonNode messages = poll.join();
        assertThat(Subscriber.on(Subscriber.UPDATES, messages)).containsExactly(Web.json("""
                        {"name":"StatisticUpdate","topic":"/statistics/v3/updates","data":{"statistics":[
                          {"subscriptionId":"U1","statisticId":"calls","value":{"intValue":12,"stringValue":"12"},
                           "timestamp":1767607200000}]}}
                        """));
        assertThat(messages.path(messages.size() - 1).path("channel").asText()).isEqualTo("/meta/connect");
        sandbox.assertNoViolations();
    }

    @Test
    void all_message_types_may_go_to_the_bare_address() {
        Subscriber client = new Subscriber(sandbox);

        JsonNode replies =
                Web.json(client.post(Subscriber.NOTIFICATIONS, Map.of("channel", "/meta/handshake", "version", "1.0")));

        assertThat(replies.path(0).path("successful").asBoolean()).isTrue();
        assertThat(sandbox.requests("cometd")).hasSize(1);
        assertThat(sandbox.exercisedOperations()).contains("cometd");
    }

    @Test
    void a_client_that_signs_off_is_gone_and_its_poll_ends() {
        Subscriber client = Subscriber.connected(sandbox);
        CompletableFuture<JsonNode> poll = client.held();

        JsonNode reply = Web.json(client.send("disconnect", Map.of())).path(0);

        assertThat(reply.path("successful").asBoolean()).isTrue();
        assertThat(poll.join().path(0).path("advice").path("reconnect").asText())
                .isEqualTo("none");
        assertThat(sandbox.statistics().sessions()).isEmpty();
    }

    @Test
    void a_client_that_signs_off_leaves_its_subscriptions_to_its_http_session() {
        Subscriber client = Subscriber.subscribed(sandbox, "U1");
        client.send("disconnect", Map.of());

        assertThat(sandbox.statistics().subscriptions()).containsExactly("U1");
        client.start();
        sandbox.statistics().set("InboundCalls", "Agent", "agent1", 12);

        assertThat(client.told()).containsExactly("calls=12");
    }

    @Test
    void another_channel_is_answered_500_with_a_spring_page() {
        Subscriber client = Subscriber.connected(sandbox);

        for (String channel : List.of("/statistics/v3/other", "/statistics/v3/*", "/statistics/v3")) {
            HttpResponse<String> response = client.listen(channel);

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(Web.json(response).path("status").asInt()).isEqualTo(500);
            assertThat(Web.json(response).path("path").asText()).isEqualTo("/statistics/v3/notifications/subscribe");
        }
    }

    @Test
    void clients_may_publish_nothing() {
        Subscriber client = Subscriber.connected(sandbox);

        for (String channel : List.of(Subscriber.UPDATES, "/elsewhere")) {
            JsonNode reply = Web.json(client.post(
                            Subscriber.NOTIFICATIONS,
                            List.of(Map.of("channel", channel, "clientId", client.clientId(), "data", Map.of()))))
                    .path(0);

            assertThat(reply.path("successful").asBoolean()).isFalse();
            assertThat(reply.path("error").asText()).startsWith("403:");
        }
    }

    @Test
    void a_channel_that_was_given_up_is_silent() {
        Subscriber client = Subscriber.subscribed(sandbox, "U1");

        client.send("unsubscribe", Map.of("subscription", Subscriber.UPDATES));
        sandbox.statistics().set("InboundCalls", "Agent", "agent1", 12);

        assertThat(client.told()).isEmpty();
    }

    @Test
    void a_request_with_no_message_or_no_json_is_an_error() {
        Subscriber client = new Subscriber(sandbox);

        assertThat(client.post(Subscriber.NOTIFICATIONS, List.of()).statusCode())
                .isEqualTo(500);
        assertThat(client.web().post(Subscriber.NOTIFICATIONS).statusCode()).isEqualTo(400);
    }

    @Test
    void the_token_is_checked_on_every_request() {
        Subscriber client = Subscriber.connected(sandbox);
        sandbox.faults().on("cometdConnect").expiredToken();

        assertThat(client.poll().statusCode()).isEqualTo(401);
    }

    @Test
    void polls_are_held_as_long_as_the_advice_says() {
        sandbox.statistics().pollTimeout(Duration.ofMillis(1));
        Subscriber client = Subscriber.connected(sandbox);

        JsonNode reply = Web.json(client.poll()).path(0);

        assertThat(reply.path("successful").asBoolean()).isTrue();
        assertThat(sandbox.statistics().heldPolls()).isZero();
    }

    @Test
    void however_short_a_poll_is_it_comes_back() {
        sandbox.statistics().pollTimeout(Duration.ofMillis(1));
        Subscriber client = Subscriber.connected(sandbox);

        for (int i = 0; i < 200; i++) {
            assertThat(Web.json(client.poll()).path(0).path("successful").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void a_new_timeout_is_advised_with_the_next_poll() {
        Subscriber client = Subscriber.connected(sandbox);
        sandbox.statistics().pollTimeout(Duration.ofMillis(2));

        JsonNode reply = Web.json(client.poll()).path(0);

        assertThat(reply.path("advice").path("timeout").asInt()).isEqualTo(2);
    }

    @Test
    void a_second_poll_of_a_session_takes_the_place_of_the_first() {
        Subscriber client = Subscriber.subscribed(sandbox, "U1");
        CompletableFuture<HttpResponse<String>> first = client.heldResponse();
        CompletableFuture<HttpResponse<String>> second = CompletableFuture.supplyAsync(client::poll, Runner.THREADS);

        assertThat(first.join().statusCode()).isEqualTo(500);
        sandbox.statistics().awaitHeldPolls(1, Subscriber.PATIENCE);
        sandbox.statistics().set("InboundCalls", "Agent", "agent1", 12);

        assertThat(Web.json(second.join())).hasSize(2);
    }

    @Test
    void closing_ends_a_held_poll_and_leaves_no_thread() {
        Subscriber client = Subscriber.connected(sandbox);
        CompletableFuture<HttpResponse<String>> poll = client.heldResponse();

        sandbox.close();

        assertThatThrownBy(poll::join).isInstanceOf(CompletionException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName()
                        .startsWith("cx-sandbox-" + sandbox.baseUrl().getPort()));
    }

    @Test
    void waiting_for_something_that_does_not_happen_says_what_there_is() {
        StatisticsControl statistics = sandbox.statistics();

        assertThatThrownBy(() -> statistics.awaitHeldPolls(2, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("After PT0.001S there are 0 held polls, not 2");
    }
}
