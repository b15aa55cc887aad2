package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.internal.credential.SharedCredential;
import io.github.multicloudcx.grs.CloseSession;
import io.github.multicloudcx.grs.model.OpenedSession;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one session for a connection: opens it for the first request, opens another when it is over, closes it at the end. */
public final class SessionAuthenticator implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(SessionAuthenticator.class);
    private static final Duration TIME_TO_LOG_OUT = Duration.ofSeconds(5);

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

    Call<OpenedSession> changePassword(String newPassword) {
        return source.sessions()
                .changePassword(source.user(), source.password(), newPassword)
                .map(opened -> {
                    source.password(newPassword);
                    session.adopt(source.opened(opened));
                    return opened;
                });
    }

    /** An interrupted thread closes its session too: the server has only so many. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        session.close();
        OpenSession open = session.kept();
        if (open != null) {
            boolean interrupted = Thread.interrupted();
            try {
                logOut(open);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void logOut(OpenSession open) {
        CloseSession logout = source.sessions().logout(open.user(), open.token());
        try {
            var unused = (forced ? logout.force() : logout)
                    .call()
                    .timeout(TIME_TO_LOG_OUT)
                    .retryPolicy(RetryPolicy.none())
                    .execute();
        } catch (UnauthorizedException e) {
            LOG.debug("The session at {} was over before it was closed", source.address());
        } catch (CxException e) {
            LOG.warn(
                    "Could not log out of the Rules System; the session lives until the server ends it: {}",
                    e.getMessage());
        }
    }
}
