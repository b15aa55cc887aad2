package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CometdFaultsTest {
    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final Subscriber client = Subscriber.subscribed(sandbox, "U1");

    @AfterEach
    void close() {
        sandbox.close();
    }

    private FaultBuilder onPoll() {
        return sandbox.faults().on("cometdConnect");
    }

    private void somethingHappens() {
        sandbox.statistics().set("InboundCalls", "Agent", "agent1", 12);
    }

    @Test
    void a_poll_is_answered_any_status_and_body() {
        onPoll().status(503);
        onPoll().emptyBody(200);
        onPoll().html(502);
        onPoll().retryAfter(429, "1");
        onPoll().envelope(200, 500, "Resource not found");
        onPoll().gatewayForbidden();
        onPoll().forbidden603();

        assertThat(client.poll().statusCode()).isEqualTo(503);
        assertThat(client.poll().body()).isEmpty();
        assertThat(client.poll().body()).startsWith("<!doctype html>");
        assertThat(client.poll().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Web.json(client.poll()).path("status").path("code").asInt()).isEqualTo(500);
        assertThat(client.poll().body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(client.poll().body()).contains("603");
    }

    @Test
    void a_poll_is_answered_with_a_spring_page_or_too_much() {
        onPoll().spring(500);
        onPoll().hugeBody(100_000);

        assertThat(Web.json(client.poll()).path("status").asInt()).isEqualTo(500);
        assertThat(client.poll().body()).hasSize(100_000);
    }

    @Test
    void a_poll_that_is_reset_before_it_is_carried_out_loses_nothing() {
        somethingHappens();
        onPoll().resetBeforeAnswer();

        assertThatThrownBy(client::poll).isInstanceOf(UncheckedIOException.class);
        assertThat(client.told()).containsExactly("calls=12");
    }

    @Test
    void a_poll_whose_answer_is_lost_takes_its_updates_with_it() {
        somethingHappens();
        onPoll().loseAnswer();

        assertThatThrownBy(client::poll).isInstanceOf(UncheckedIOException.class);
        assertThat(client.told()).isEmpty();
    }

    @Test
    void the_answer_of_a_poll_is_cut() {
        somethingHappens();
        onPoll().resetAfterBytes(20);

        assertThatThrownBy(client::poll).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void the_answer_of_a_poll_is_half_a_document() {
        somethingHappens();
        onPoll().truncatedJson();

        HttpResponse<String> answer = client.poll();

        assertThat(answer.body()).startsWith("[{").doesNotEndWith("]");
    }

    @Test
    void the_answer_of_a_poll_comes_late() {
        somethingHappens();
        onPoll().latency(Duration.ofMillis(1));

        assertThat(Subscriber.on(Subscriber.UPDATES, Web.json(client.poll()))).hasSize(1);
    }

    @Test
    void a_poll_is_never_answered() {
        onPoll().hang();
        CompletableFuture<HttpResponse<String>> poll = CompletableFuture.supplyAsync(client::poll, Runner.THREADS);
        while (sandbox.requests("cometdConnect").size() < 2) {
            Thread.onSpinWait();
        }
        assertThat(poll).isNotDone();

        sandbox.close();

        // a server that is about to stop may still say so
        HttpResponse<String> answer = poll.exceptionally(broken -> null).join();
        assertThat(answer == null || answer.statusCode() >= 500).isTrue();
    }

    @Test
    void a_held_poll_can_be_lost_as_well() {
        onPoll().loseAnswer();
        CompletableFuture<HttpResponse<String>> poll = client.heldResponse();

        somethingHappens();

        assertThatThrownBy(poll::join).hasRootCauseInstanceOf(java.io.IOException.class);
        assertThat(client.told()).isEmpty();
    }

    @Test
    void an_expired_token_does_not_end_the_session() {
        onPoll().expiredToken();

        assertThat(client.poll().statusCode()).isEqualTo(401);
        assertThat(client.connect(0).path(0).path("successful").asBoolean()).isTrue();
    }

    @Test
    void hooks_see_polls_like_other_requests() {
        List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        sandbox.onRequest(request -> seen.add("before " + request.operationId()));
        sandbox.onAnswer(request -> seen.add("after " + request.operationId() + " " + request.status()));
        CompletableFuture<JsonNode> poll = client.held();
        assertThat(seen).containsExactly("before cometdConnect");

        somethingHappens();
        poll.join();

        assertThat(seen).containsExactly("before cometdConnect", "after cometdConnect 200");
    }
}
