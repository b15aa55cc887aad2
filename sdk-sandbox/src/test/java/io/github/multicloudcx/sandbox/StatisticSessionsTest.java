package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticSessionsTest {
    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final StatisticsControl statistics = sandbox.statistics();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void somethingHappens() {
        statistics.set("InboundCalls", "Agent", "agent1", 12);
    }

    private static void assertUnknown(JsonNode messages) {
        JsonNode reply = messages.path(0);
        assertThat(reply.path("successful").asBoolean()).isFalse();
        assertThat(reply.path("error").asText()).isEqualTo("402::Unknown client");
        assertThat(reply.path("advice")).isEqualTo(Web.json("{\"reconnect\":\"handshake\",\"interval\":0}"));
    }

    @Test
    void updates_go_to_the_session_of_the_subscription_only() {
        Subscriber one = Subscriber.subscribed(sandbox, "U1");
        Subscriber other = Subscriber.subscribed(sandbox, "U2");
        one.close("U1");

        somethingHappens();

        assertThat(one.told()).isEmpty();
        assertThat(other.told()).containsExactly("calls=12");
    }

    @Test
    void two_sessions_may_use_the_same_ids() {
        Subscriber one = Subscriber.subscribed(sandbox, "U1");
        Subscriber other = Subscriber.subscribed(sandbox, "U1");

        somethingHappens();

        assertThat(statistics.subscriptions()).containsExactly("U1", "U1");
        assertThat(one.told()).containsExactly("calls=12");
        assertThat(other.told()).containsExactly("calls=12");
    }

    @Test
    void a_subscription_made_before_the_handshake_is_heard_of_after_it() {
        Subscriber client = new Subscriber(sandbox);
        client.open("U1", Subscriber.named("calls", "InboundCalls"));
        assertThat(client.cookies()).containsOnlyKeys("STATISTICS_SESSIONID", "AWSALB");

        client.start();
        somethingHappens();

        assertThat(client.told()).containsExactly("calls=12");
    }

    @Test
    void a_subscription_made_without_a_cookie_gets_a_session_of_its_own_and_no_updates() {
        for (String missing : new String[] {"STATISTICS_SESSIONID", "AWSALB"}) {
            Subscriber client = Subscriber.connected(sandbox);
            var cookies = java.util.Map.copyOf(client.cookies());
            client.cookies().remove(missing);

            HttpResponse<String> response = client.open("U-" + missing, Subscriber.named("calls", "InboundCalls"));
            client.cookies().putAll(cookies);
            statistics.set("InboundCalls", "Agent", "agent1", missing.length());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().allValues("Set-Cookie"))
                    .hasSize(2)
                    .anyMatch(cookie -> cookie.startsWith("STATISTICS_SESSIONID="))
                    .anyMatch(cookie -> cookie.startsWith("AWSALB="));
            assertThat(client.told()).isEmpty();
            assertThat(client.values("U-" + missing, "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_poll_without_a_cookie_or_with_a_wrong_one_is_of_an_unknown_client() {
        for (String cookie : new String[] {"STATISTICS_SESSIONID", "AWSALB", "BAYEUX_BROWSER"}) {
            Subscriber client = Subscriber.connected(sandbox);
            client.cookies().put(cookie, "wrong");
            assertUnknown(Web.json(client.poll()));

            client.cookies().remove(cookie);
            assertUnknown(Web.json(client.poll()));
        }
    }

    @Test
    void a_session_expires_when_nobody_polls() {
        statistics.sessionLifetime(Duration.ofMillis(1));
        Subscriber client = new Subscriber(sandbox);
        client.handshake();

        statistics.awaitSessions(0, Subscriber.PATIENCE);

        assertUnknown(Web.json(client.poll()));
    }

    @Test
    void a_session_that_expires_takes_its_subscriptions_with_it() {
        Subscriber client = Subscriber.subscribed(sandbox, "U1");
        statistics.sessionLifetime(Duration.ofMillis(1));
        client.connect(0);

        statistics.awaitSubscriptions(0, Subscriber.PATIENCE);

        assertThat(client.values("U1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void all_sessions_can_be_made_to_expire() {
        Subscriber client = Subscriber.subscribed(sandbox, "U1");
        CompletableFuture<HttpResponse<String>> poll = client.heldResponse();

        statistics.expireSessions();

        assertThat(poll.join().statusCode()).isEqualTo(200);
        assertThat(statistics.sessions()).isEmpty();
        assertThat(statistics.subscriptions()).isEmpty();
        assertThat(statistics.heldPolls()).isZero();
        assertUnknown(Web.json(client.poll()));
    }

    @Test
    void another_node_knows_no_session_and_held_polls_are_reset() {
        Subscriber client = Subscriber.subscribed(sandbox, "U1");
        CompletableFuture<HttpResponse<String>> poll = client.heldResponse();
        String before = client.cookies().get("STATISTICS_SESSIONID");

        statistics.switchNode();

        assertThatThrownBy(poll::join).isInstanceOf(CompletionException.class);
        assertThat(statistics.subscriptions()).isEmpty();
        assertUnknown(Web.json(client.poll()));
        client.start();
        assertThat(client.cookies().get("STATISTICS_SESSIONID")).isNotEqualTo(before);
        client.open("U2", Subscriber.named("calls", "InboundCalls"));
        somethingHappens();
        assertThat(client.told()).containsExactly("calls=12");
    }

    @Test
    void a_second_handshake_in_the_same_http_session_hears_of_its_subscriptions() {
        Subscriber client = Subscriber.subscribed(sandbox, "U1");
        String before = client.clientId();

        client.start();
        somethingHappens();

        assertThat(statistics.sessions()).containsExactlyInAnyOrder(before, client.clientId());
        assertThat(client.told()).containsExactly("calls=12");
    }

    @Test
    void a_session_that_does_not_listen_to_the_channel_is_told_nothing() {
        Subscriber client = new Subscriber(sandbox);
        client.handshake();
        client.connect(0);
        client.open("U1", Subscriber.named("calls", "InboundCalls"));

        somethingHappens();

        assertThat(client.told()).isEmpty();
    }
}
