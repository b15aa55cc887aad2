package io.github.multicloudcx.sandbox.internal.cometd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerSession;

/** What ties the requests of a client together: the session of the service on one node. */
public final class HttpSession {
    private final String id;
    private final String node;
    private final List<ServerSession> listeners = new CopyOnWriteArrayList<>();

    private volatile boolean ended;

    HttpSession(String id, String node) {
        this.id = id;
        this.node = node;
    }

    public String id() {
        return id;
    }

    /** What the load balancer remembers the node by. */
    String node() {
        return node;
    }

    void opened(ServerSession session) {
        listeners.add(session);
    }

    void closed(ServerSession session) {
        listeners.remove(session);
    }

    void end() {
        ended = true;
    }

    /** Whether it is unknown by now; a request that has found it may still be under way. */
    public boolean hasEnded() {
        return ended;
    }

    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    /** Sends to the CometD sessions that were opened here and listen to the channel. */
    public void deliver(String channel, JsonNode data) {
        listeners.forEach(session -> deliver(session, channel, data));
    }

    static void deliver(ServerSession session, String channel, JsonNode data) {
        for (ServerChannel subscribed : session.getSubscriptions()) {
            if (subscribed.getId().equals(channel)) {
                session.deliver(null, channel, data, Promise.noop());
            }
        }
    }
}
