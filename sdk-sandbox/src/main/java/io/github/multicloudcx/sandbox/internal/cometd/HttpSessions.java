package io.github.multicloudcx.sandbox.internal.cometd;

import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Cookies;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The HTTP sessions, found by the cookies of a request. Those that nobody uses any more are forgotten in the end. */
public final class HttpSessions {
    static final String SESSION_COOKIE = "STATISTICS_SESSIONID";
    static final String NODE_COOKIE = "AWSALB";
    private static final int REMEMBERED = 10_000;

    private final Secrets secrets;
    private final Consumer<HttpSession> ended;
    private final Map<String, HttpSession> sessions = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Creates the registry.
     *
     * @param secrets makes ids
     * @param ended to be told of each session that ends
     */
    public HttpSessions(Secrets secrets, Consumer<HttpSession> ended) {
        this.secrets = secrets;
        this.ended = ended;
    }

    /** The session of a request, if it has both cookies and they fit together. */
    public synchronized Optional<HttpSession> find(Exchange exchange) {
        String id = Cookies.value(exchange, SESSION_COOKIE);
        return Optional.ofNullable(id == null ? null : sessions.get(id))
                .filter(session -> session.node().equals(Cookies.value(exchange, NODE_COOKIE)));
    }

    /** A new session, whose cookies an answer has to carry. */
    public HttpSession create() {
        HttpSession session = new HttpSession(secrets.hex(16), secrets.hex(24));
        @Nullable HttpSession forgotten;
        synchronized (this) {
            sessions.put(session.id(), session);
            forgotten = sessions.size() > REMEMBERED ? longestUnused() : null;
        }
        if (forgotten != null) {
            end(forgotten);
        }
        return session;
    }

    private @Nullable HttpSession longestUnused() {
        return sessions.values().stream()
                .filter(session -> !session.hasListeners())
                .findFirst()
                .orElse(null);
    }

    public Answer withCookies(Answer answer, HttpSession session) {
        return answer.adding("Set-Cookie", NODE_COOKIE + "=" + session.node() + "; Path=/")
                .adding("Set-Cookie", SESSION_COOKIE + "=" + session.id() + "; Path=/; HttpOnly");
    }

    void end(HttpSession session) {
        boolean known;
        synchronized (this) {
            known = sessions.remove(session.id(), session);
        }
        if (known) {
            session.end();
            ended.accept(session);
        }
    }

    /** Those of this moment. */
    synchronized List<HttpSession> all() {
        return List.copyOf(sessions.values());
    }
}
