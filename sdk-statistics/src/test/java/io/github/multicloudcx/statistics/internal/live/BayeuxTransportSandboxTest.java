package io.github.multicloudcx.statistics.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.SessionCookies;
import io.github.multicloudcx.core.error.ServerException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.junit.jupiter.api.Test;

/** The client of CometD on our transport, against the CometD of the sandbox. */
class BayeuxTransportSandboxTest {
    private static final ClientSessionChannel.MessageListener IGNORED = (channel, message) -> {};

    private static Message reply(Consumer<ClientSession.MessageListener> request) throws Exception {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        request.accept(reply::complete);
        return reply.get(20, TimeUnit.SECONDS);
    }

    private static BayeuxTransport transport(CxClient cx, SessionCookies cookies, LiveThreads threads) {
        return new BayeuxTransport(
                cx.api(ApiFamily.STATISTICS).session(cookies).envelope(Envelope.BARE),
                cx.baseUrl(ApiFamily.STATISTICS) + BayeuxTransport.PATH,
                Duration.ofSeconds(10),
                threads.io(),
                threads.timer());
    }

    @Test
    void aWholeSessionReachesEveryEndpointOfTheService() throws Exception {
        LiveThreads threads = LiveThreads.start();
        SessionCookies cookies = new SessionCookies();
        try (LiveDeployment deployment = LiveDeployment.start()) {
            BayeuxTransport transport = transport(deployment.cx, cookies, threads);
            BayeuxClient client = new BayeuxClient(transport.getURL(), threads.timer(), transport);
            ClientSessionChannel updates = client.getChannel(CometdSession.UPDATES);
            ClientSessionChannel service = client.getChannel(CometdSession.SERVICE);

            assertThat(reply(client::handshake).isSuccessful()).isTrue();
            assertThat(reply(told -> updates.subscribe(IGNORED, told)).isSuccessful())
                    .isTrue();
            deployment.awaitPolls(1);
            assertThat(reply(told -> updates.unsubscribe(IGNORED, told)).isSuccessful())
                    .isTrue();
            assertThat(reply(told -> client.batch(() -> {
                                updates.subscribe(IGNORED, ignored -> {});
                                service.subscribe(IGNORED, told);
                            }))
                            .isSuccessful())
                    .isTrue();
            assertThat(cookies.names()).isNotEmpty();
            assertThat(transport.pollTimeout()).isPositive();
            assertThat(reply(client::disconnect).isSuccessful()).isTrue();

            assertThat(deployment.sandbox.exercisedOperations())
                    .filteredOn(operation -> operation.startsWith("cometd"))
                    .as("%s", deployment.sandbox.exercisedOperations())
                    .hasSize(6);
            assertThat(deployment.sandbox.statistics().sessions()).isEmpty();
        } finally {
            threads.end(Duration.ofSeconds(20));
        }
    }

    @Test
    void anUnknownChannelIsRefusedWithTheReasonOfTheServer() throws Exception {
        LiveThreads threads = LiveThreads.start();
        try (LiveDeployment deployment = LiveDeployment.start()) {
            BayeuxTransport transport = transport(deployment.cx, new SessionCookies(), threads);
            BayeuxClient client = new BayeuxClient(transport.getURL(), threads.timer(), transport);
            assertThat(reply(client::handshake).isSuccessful()).isTrue();
            Message refused = reply(told -> client.getChannel("/unknown").subscribe(IGNORED, told));
            assertThat(refused.isSuccessful()).isFalse();
            assertThat(Refused.reason(refused))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("POST /statistics/v3/notifications/subscribe: Unknown channel");
            assertThat(reply(client::disconnect).isSuccessful()).isTrue();
        } finally {
            threads.end(Duration.ofSeconds(20));
        }
    }

    @Test
    void abortingTheClientOfCometdFailsTheHeldPoll() throws Exception {
        LiveThreads threads = LiveThreads.start();
        try (LiveDeployment deployment = LiveDeployment.start()) {
            BayeuxTransport transport = transport(deployment.cx, new SessionCookies(), threads);
            BayeuxClient client = new BayeuxClient(transport.getURL(), threads.timer(), transport);
            assertThat(reply(client::handshake).isSuccessful()).isTrue();
            deployment.awaitPolls(1);
            HeardBatch heard = new HeardBatch();
            client.addTransportListener(heard);
            client.abort();
            assertThat(heard.awaitOver().told()).containsExactly("failure of 1");
            threads.end(Duration.ofSeconds(20));
            assertThat(threads.io().isTerminated()).isTrue();
            deployment.sandbox.statistics().expireSessions();
        } finally {
            threads.end(Duration.ofSeconds(20));
        }
    }

    @Test
    void repliesThatCometdCouldNotCastFailTheHandshakeInsteadOfBeingLost() throws Exception {
        LiveThreads threads = LiveThreads.start();
        try (TransportBench bench = new TransportBench()) {
            bench.answer(request -> TransportBench.json(
                            200,
                            request.getBody()
                                    .utf8()
                                    .replace(
                                            "\"channel\"",
                                            "\"successful\":\"true\",\"clientId\":7,"
                                                    + "\"advice\":{\"reconnect\":\"none\",\"timeout\":\"soon\"},\"channel\""))
                    .build());
            BayeuxClient client = new BayeuxClient(bench.transport.getURL(), threads.timer(), bench.transport);
            Message reply = reply(client::handshake);
            assertThat(reply.isSuccessful()).isFalse();
            assertThat(Refused.reason(reply)).hasMessage("CometD refused /meta/handshake: no reason given");
        } finally {
            threads.end(Duration.ofSeconds(20));
        }
    }
}
