package io.github.multicloudcx.sandbox.internal.cometd;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Binds each CometD session to the HTTP session in which it was opened. */
final class SessionBinding implements BayeuxServer.SessionListener {
    private final HttpSessions httpSessions;
    private final Gauge gauge;
    private final Map<String, HttpSession> bound = new ConcurrentHashMap<>();

    SessionBinding(HttpSessions httpSessions, Gauge gauge) {
        this.httpSessions = httpSessions;
        this.gauge = gauge;
    }

    @Override
    public void sessionAdded(ServerSession session, ServerMessage message) {
        if (message.getBayeuxContext() instanceof ExchangeContext context) {
            @Nullable HttpSession httpSession = context.session();
            if (httpSession != null) {
                bound.put(session.getId(), httpSession);
                httpSession.opened(session);
            }
        }
        gauge.changed();
    }

    /** A client that signs off keeps its HTTP session; one that stays away loses it. */
    @Override
    public void sessionRemoved(ServerSession session, @Nullable ServerMessage message, boolean timeout) {
        HttpSession httpSession = bound.remove(session.getId());
        if (httpSession != null) {
            httpSession.closed(session);
            if (timeout && !httpSession.hasListeners()) {
                httpSessions.end(httpSession);
            }
        }
        gauge.changed();
    }
}
