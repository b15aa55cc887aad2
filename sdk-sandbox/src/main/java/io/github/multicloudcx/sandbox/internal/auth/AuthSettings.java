package io.github.multicloudcx.sandbox.internal.auth;

/** Behaviour of the authentication service that a test may change while it runs. */
public final class AuthSettings {
    private volatile boolean refreshTokenRotation = true;
    private volatile boolean unauthenticatedAs401;
    private volatile boolean ampersandBeforeCode;
    private volatile boolean expiresInOmitted;

    public boolean refreshTokenRotation() {
        return refreshTokenRotation;
    }

    public void refreshTokenRotation(boolean on) {
        refreshTokenRotation = on;
    }

    public boolean unauthenticatedAs401() {
        return unauthenticatedAs401;
    }

    public void unauthenticatedAs401(boolean on) {
        unauthenticatedAs401 = on;
    }

    public boolean ampersandBeforeCode() {
        return ampersandBeforeCode;
    }

    public void ampersandBeforeCode(boolean on) {
        ampersandBeforeCode = on;
    }

    public boolean expiresInOmitted() {
        return expiresInOmitted;
    }

    public void expiresInOmitted(boolean on) {
        expiresInOmitted = on;
    }
}
