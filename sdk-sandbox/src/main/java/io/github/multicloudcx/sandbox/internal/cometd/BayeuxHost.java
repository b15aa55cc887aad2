package io.github.multicloudcx.sandbox.internal.cometd;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ConfigurableServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.AbstractServerTransport;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.JacksonJSONContextServer;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.http.JSONHttpTransport;
import org.cometd.server.http.JSONPHttpTransport;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/** The CometD server: the two polling transports, no thread of its own. */
final class BayeuxHost implements AutoCloseable {
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration SESSION_LIFETIME = Duration.ofSeconds(10);
    private static final int SWEEP_MILLIS = 250;

    private final BayeuxServerImpl server = new Server();
    private final List<AbstractServerTransport> transports =
            List.of(new JSONHttpTransport(server), new JSONPHttpTransport(server));

    BayeuxHost(Set<String> channels, ScheduledExecutorService timer, BayeuxServer.SessionListener sessions) {
        server.setOption(AbstractServerTransport.JSON_CONTEXT_OPTION, json());
        server.setOption(BayeuxServerImpl.SWEEP_PERIOD_OPTION, SWEEP_MILLIS);
        server.setScheduler(new ScheduledExecutorScheduler(timer));
        Executor sameThread = Runnable::run;
        server.setExecutor(sameThread);
        server.setSecurityPolicy(new KnownChannels(channels));
        transports.forEach(server::addTransport);
        server.addListener(sessions);
        start();
        channels.forEach(channel -> server.createChannelIfAbsent(
                channel, (ConfigurableServerChannel created) -> created.setPersistent(true)));
        pollTimeout(POLL_TIMEOUT);
        sessionLifetime(SESSION_LIFETIME);
    }

    /** A single message may come without an array. */
    private static JacksonJSONContextServer json() {
        JacksonJSONContextServer json = new JacksonJSONContextServer();
        var unused = json.getObjectMapper().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
        return json;
    }

    private void start() {
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("CometD cannot start: " + failed.getMessage(), failed);
        }
    }

    BayeuxServerImpl server() {
        return server;
    }

    void pollTimeout(Duration timeout) {
        transports.forEach(transport -> transport.setTimeout(timeout.toMillis()));
        each(ServerSessionImpl::reAdvise);
    }

    void sessionLifetime(Duration lifetime) {
        transports.forEach(transport -> transport.setMaxInterval(lifetime.toMillis()));
    }

    /** The poll that one holds ends when the session is gone, so that it gets none in return. */
    void expireSessions() {
        each(session -> {
            server.removeServerSession(session, true);
            session.flush();
        });
    }

    private void each(Consumer<ServerSessionImpl> action) {
        for (ServerSession session : List.copyOf(server.getSessions())) {
            if (session instanceof ServerSessionImpl known) {
                action.accept(known);
            }
        }
    }

    List<String> sessionIds() {
        return server.getSessions().stream().map(ServerSession::getId).sorted().toList();
    }

    @Override
    public void close() {
        each(ServerSessionImpl::destroyScheduler);
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("CometD did not stop cleanly", failed);
        }
    }

    /** CometD with two differences. */
    private static final class Server extends BayeuxServerImpl {
        private static final int AGAIN_MILLIS = 50;

        /** The service was seen to name the error as older servers do. */
        @Override
        protected void unknownSession(ServerMessage.Mutable reply) {
            super.unknownSession(reply);
            reply.put(Message.ERROR_FIELD, "402::Unknown client");
        }

        /**
         * A poll whose short time is over before CometD has finished noting it down would be held for ever; to be told
         * twice does no harm to any other.
         */
        @Override
        public Scheduler.Task schedule(Runnable task, long delay) {
            if (!(task instanceof AbstractServerTransport.Scheduler)) {
                return super.schedule(task, delay);
            }
            Runnable twice = () -> {
                task.run();
                var unused = super.schedule(task, AGAIN_MILLIS);
            };
            return super.schedule(twice, delay);
        }
    }
}
