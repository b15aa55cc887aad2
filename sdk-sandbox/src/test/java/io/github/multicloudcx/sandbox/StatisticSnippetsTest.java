package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The snippets of docs/sandbox.md on statistics. */
class StatisticSnippetsTest {
    @Test
    void pushes_to_a_client_that_listens_and_then_loses_it() {
        try (Sandbox sandbox = Sandbox.start()) {
            Subscriber client = Subscriber.subscribed(sandbox, "U1");
            CompletableFuture<JsonNode> poll = client.held();

            StatisticsControl statistics = sandbox.statistics();
            statistics.awaitHeldPolls(1, Duration.ofSeconds(10)); // the client listens
            statistics.set("CurrentAgentState", "Agent", "agent1", "CallInbound");

            assertThat(Subscriber.on(Subscriber.UPDATES, poll.join())).hasSize(1);

            sandbox.faults().on("cometdConnect").loseAnswer(); // an update that nobody gets
            statistics.expireSessions(); // 402 and a new handshake
            statistics.switchNode(); // the load balancer has forgotten its cookie
            statistics.unavailable(); // all subscriptions are gone
            statistics.available();

            assertThat(statistics.subscriptions()).isEmpty();
        }
    }
}
