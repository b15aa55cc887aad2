package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.credential.CredentialSource;
import io.github.multicloudcx.grs.PasswordChangeRequiredException;
import org.jspecify.annotations.Nullable;

/** Logs in. */
final class SessionSource implements CredentialSource<OpenSession> {
    private final DefaultSessions sessions;
    private final AuthContext context;
    private final String user;
    private volatile String password;

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
        context.secret(changed);
        password = changed;
    }

    OpenSession opened(io.github.multicloudcx.grs.model.OpenedSession session) {
        OpenSession mine = new OpenSession(user, session.apiToken());
        context.secret(session.apiToken().value());
        return mine;
    }

    @Override
    public OpenSession renew(@Nullable OpenSession worn) {
        return opened(sessions.login(user, password).execute());
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
