package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.internal.credential.CredentialSource;
import io.github.multicloudcx.grs.CloseSession;
import io.github.multicloudcx.grs.PasswordChangeRequiredException;
import io.github.multicloudcx.grs.model.OpenedSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in. */
final class SessionSource implements CredentialSource<OpenSession> {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSource.class);
    private static final Duration TIME_TO_LOG_OUT = Duration.ofSeconds(5);

    private final DefaultSessions sessions;
    private final AuthContext context;
    private final String user;
    private volatile String password;
    private volatile @Nullable String candidate;

    SessionSource(AuthContext context, String user, String password) {
        this.sessions = new DefaultSessions(context.unauthenticated(ApiFamily.GRS));
        this.context = context;
        this.user = user;
        this.password = password;
        context.secret(password);
    }

    DefaultSessions sessions() {
        return sessions;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** What later logins are made with. */
    void password(String changed) {
        password = changed;
        candidate = null;
    }

    /** What the password may be, when the answer to its change is lost. */
    void candidate(String perhaps) {
        context.secret(perhaps);
        candidate = perhaps;
    }

    OpenSession opened(OpenedSession session) {
        OpenSession mine = new OpenSession(user, session.apiToken());
        context.secret(session.apiToken().value());
        return mine;
    }

    @Override
    public OpenSession renew(@Nullable OpenSession worn) {
        if (worn != null) {
            logOut(worn, false);
        }
        String perhaps = candidate;
        try {
            return opened(sessions.login(user, password).execute());
        } catch (UnauthorizedException e) {
            if (perhaps == null) {
                throw e;
            }
            OpenSession session = opened(sessions.login(user, perhaps).execute());
            password(perhaps);
            return session;
        }
    }

    /** The server has only so many sessions; one that is over already is no loss. */
    void logOut(OpenSession session, boolean forced) {
        CloseSession logout = sessions.logout(session.user(), session.token());
        try {
            var unused = (forced ? logout.force() : logout)
                    .call()
                    .timeout(TIME_TO_LOG_OUT)
                    .retryPolicy(RetryPolicy.none())
                    .execute();
        } catch (UnauthorizedException e) {
            LOG.debug("The session at {} was over before it was closed", address());
        } catch (CxException e) {
            LOG.warn(
                    "Could not log out of the Rules System; the session lives until the server ends it: {}",
                    e.getMessage());
        }
    }

    @Override
    public String address() {
        return context.baseUrl(ApiFamily.GRS) + "/login";
    }

    @Override
    public CxException failure(CxException cause) {
        ErrorContext login = cause.context();
        ErrorContext notSent = new ErrorContext(
                login.method(), login.pathTemplate(), login.traceId(), Fate.NOT_SENT, login.attempts());
        if (cause instanceof PasswordChangeRequiredException refusal) {
            return new PasswordChangeRequiredException(String.valueOf(refusal.getMessage()), refusal.answer(), notSent);
        }
        return new AuthenticationException(
                "Could not log in to the Rules System at " + address() + ": " + cause.getMessage(),
                null,
                cause,
                notSent);
    }
}
