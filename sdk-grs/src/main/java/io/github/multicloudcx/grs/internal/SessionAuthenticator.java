package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.internal.credential.SharedCredential;
import io.github.multicloudcx.grs.model.OpenedSession;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps one session for a connection: opens it for the first request, opens another when it is over, closes it at the end. */
public final class SessionAuthenticator implements Authenticator {
    private static final Duration TIME_TO_LOG_IN = Duration.ofSeconds(5);

    private final SessionSource source;
    private final SharedCredential<OpenSession> session;
    private final String root;
    private final boolean forced;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SessionAuthenticator(AuthContext context, SessionSource source, boolean forced) {
        this.source = source;
        this.session = new SharedCredential<>(source, context.time());
        this.root = context.baseUrl(ApiFamily.GRS) + "/";
        this.forced = forced;
    }

    public static SessionAuthenticator of(AuthContext context, String user, String password, boolean forced) {
        return new SessionAuthenticator(context, new SessionSource(context, user, password), forced);
    }

    @Override
    public Authorization authorize(OutgoingRequest request) throws InterruptedException {
        if (!mine(request.uri())) {
            throw new IllegalStateException(
                    "GrsLogin is for the Rules System alone; give other APIs a CxClient with credentials of their own");
        }
        return session.get(request.timeLeft()).authorization(request);
    }

    private boolean mine(URI uri) {
        return uri.toString().startsWith(root);
    }

    @Override
    public boolean refused(Authorization refused) {
        if (refused.ticket() instanceof OpenSession mine) {
            session.refused(mine);
        }
        return true;
    }

    /** When its answer is lost, later logins try both passwords. */
    Call<OpenedSession> changePassword(String newPassword) {
        Call<OpenedSession> change = source.sessions().changePassword(source.user(), source.password(), newPassword);
        source.candidate(newPassword);
        return change.map(opened -> {
            source.password(newPassword);
            OpenSession before = session.adopt(source.opened(opened));
            if (before != null) {
                source.logOut(before, forced);
            }
            return opened;
        });
    }

    /** An interrupted thread closes its session too: the server has only so many. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            session.close(TIME_TO_LOG_IN);
            OpenSession open = session.kept();
            if (open != null) {
                source.logOut(open, forced);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
