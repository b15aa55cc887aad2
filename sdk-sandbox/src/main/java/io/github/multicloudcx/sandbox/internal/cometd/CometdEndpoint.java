package io.github.multicloudcx.sandbox.internal.cometd;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.StreamSupport;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Promise;
import org.cometd.server.HttpException;
import org.cometd.server.http.AbstractHttpTransport;
import org.jspecify.annotations.Nullable;

/**
 * Answers Bayeux messages. A poll is held on the thread that brought it, so that an answer of it is one like any other
 * and every fault works on it.
 */
public final class CometdEndpoint implements AutoCloseable {
    private final HttpSessions httpSessions;
    private final SandboxClock clock;
    private final Gauge gauge;
    private final HeldPolls polls;
    private final BayeuxHost host;

    /**
     * Starts CometD.
     *
     * @param httpSessions what ties CometD sessions to other requests
     * @param channels the channels there are
     * @param clock time of error pages
     * @param timer the thread for timeouts
     * @param gauge to be told when numbers change
     */
    public CometdEndpoint(
            HttpSessions httpSessions,
            Set<String> channels,
            SandboxClock clock,
            ScheduledExecutorService timer,
            Gauge gauge) {
        this.httpSessions = httpSessions;
        this.clock = clock;
        this.gauge = gauge;
        polls = new HeldPolls(gauge);
        host = new BayeuxHost(channels, timer, new SessionBinding(httpSessions, gauge));
    }

    public Answer answer(Exchange exchange) {
        @Nullable HttpSession session = httpSessions.find(exchange).orElse(null);
        boolean handshake = isHandshake(exchange);
        if (session == null && handshake) {
            session = httpSessions.create();
        }
        Answer answer = polls.await(begin(exchange, session));
        return handshake && session != null && answer.status() == 200
                ? httpSessions.withCookies(answer, session)
                : answer;
    }

    private static boolean isHandshake(Exchange exchange) {
        JsonNode body = Json.parse(exchange.body()).orElseGet(Json::object);
        Iterable<JsonNode> messages = body.isArray() ? body : List.of(body);
        return StreamSupport.stream(messages.spliterator(), false)
                .anyMatch(message ->
                        Channel.META_HANDSHAKE.equals(message.path("channel").asText()));
    }

    private CompletableFuture<Answer> begin(Exchange exchange, @Nullable HttpSession session) {
        ExchangeRequest request = new ExchangeRequest(exchange, session != null);
        ExchangeContext context = new ExchangeContext(exchange, request, session);
        CollectedResponse response = new CollectedResponse();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Promise<Void> promise = Promise.from(
                done -> answer.complete(response.answer()), failure -> answer.complete(failed(exchange, failure)));
        @Nullable AbstractHttpTransport transport = AbstractHttpTransport.find(host.server(), request);
        if (transport == null) {
            answer.complete(Answer.reset());
        } else {
            transport.handle(context, request, response, promise);
        }
        return answer;
    }

    private Answer failed(Exchange exchange, Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        if (cause instanceof KnownChannels.UnknownChannelException) {
            return Answer.springPage(500, clock.now(), "Unknown channel", exchange.path());
        }
        int status = failure instanceof HttpException problem ? problem.getCode() : 500;
        return Answer.errorPage(status, status == 400 ? "Bad Request" : "Internal Server Error");
    }

    /** Sends to every CometD session that listens to the channel. */
    public void broadcast(String channel, JsonNode data) {
        host.server().getSessions().forEach(session -> HttpSession.deliver(session, channel, data));
    }

    /** How long polls are held from now on. */
    public void pollTimeout(Duration timeout) {
        host.pollTimeout(timeout);
    }

    /** How long a CometD session lives without a poll from now on. */
    public void sessionLifetime(Duration lifetime) {
        host.sessionLifetime(lifetime);
    }

    /** All CometD sessions are gone as if nobody had polled for too long; held polls end. */
    public void expireSessions() {
        expire(httpSessions.all());
    }

    /** A client that is quick has another session before all of the old ones have ended; that one stays. */
    private void expire(List<HttpSession> all) {
        host.expireSessions();
        all.forEach(httpSessions::end);
        gauge.changed();
    }

    /** The node with all sessions is gone; connections of held polls are reset. */
    public void loseNode() {
        List<HttpSession> all = httpSessions.all();
        polls.resetAll();
        expire(all);
    }

    public List<String> sessionIds() {
        return host.sessionIds();
    }

    public int heldPolls() {
        return polls.count();
    }

    @Override
    public void close() {
        polls.close();
        host.close();
    }
}
