package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.internal.http.LocalFileException;
import io.github.multicloudcx.core.internal.http.Watcher;
import io.github.multicloudcx.core.internal.pipeline.Failure.Kind;
import io.github.multicloudcx.core.internal.pipeline.RetryDecision.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells what an {@link IOException} of OkHttp means. Connect and read timeouts are one type there; the mark tells them apart. */
final class Classifier {
    private Classifier() {}

    static Failure classify(IOException e, Watcher.Watch watch, boolean closed) {
        Fate fate = watch.sent() ? Fate.UNKNOWN : Fate.NOT_SENT;
        if (watch.timedOut()) {
            return new Failure(Kind.TIMEOUT, Outcome.FINAL, fate, "time over", e, null);
        }
        if (closed) {
            return new Failure(Kind.CLOSED, Outcome.FINAL, fate, "client closed", e, null);
        }
        if (Thread.currentThread().isInterrupted()) {
            return new Failure(Kind.INTERRUPTED, Outcome.FINAL, fate, "interrupted", e, null);
        }
        if (e instanceof LocalFileException) {
            return new Failure(Kind.STORAGE, Outcome.FINAL, fate, "local file", e.getCause(), null);
        }
        return connection(e, watch.sent(), fate);
    }

    /** What kept an authenticator from its work, such as signing a body; nothing was sent. */
    static Failure unsigned(IOException e, Deadline deadline, boolean closed) {
        if (closed) {
            return new Failure(Kind.CLOSED, Outcome.FINAL, Fate.NOT_SENT, "client closed", e, null);
        }
        if (Thread.currentThread().isInterrupted()) {
            return new Failure(Kind.INTERRUPTED, Outcome.FINAL, Fate.NOT_SENT, "interrupted", e, null);
        }
        if (deadline.passed()) {
            return new Failure(Kind.TIMEOUT, Outcome.FINAL, Fate.NOT_SENT, "time over", e, null);
        }
        if (e instanceof LocalFileException) {
            return new Failure(Kind.STORAGE, Outcome.FINAL, Fate.NOT_SENT, "local file", e.getCause(), null);
        }
        return new Failure(Kind.CONNECTION, Outcome.FINAL, Fate.NOT_SENT, "no credentials", e, null);
    }

    private static Failure connection(IOException e, boolean sent, Fate fate) {
        if (sent) {
            boolean silent = e instanceof SocketTimeoutException;
            return new Failure(
                    silent ? Kind.TIMEOUT : Kind.CONNECTION,
                    Outcome.BROKEN,
                    fate,
                    silent ? "no answer" : "connection broken",
                    e,
                    null);
        }
        Outcome outcome = untrusted(e) ? Outcome.FINAL : Outcome.NOT_CONNECTED;
        return new Failure(Kind.CONNECTION, outcome, fate, words(e), e, null);
    }

    private static String words(IOException e) {
        if (untrusted(e)) {
            return "certificate not trusted";
        }
        if (e instanceof UnknownHostException) {
            return "unknown host";
        }
        if (e instanceof SocketTimeoutException) {
            return "connect timeout";
        }
        if (e instanceof SSLException) {
            return "TLS failure";
        }
        return e instanceof ConnectException ? "connection refused" : "no connection";
    }

    private static boolean untrusted(IOException e) {
        boolean found = e instanceof SSLPeerUnverifiedException;
        for (Throwable cause = e.getCause(); cause != null && !found; cause = cause.getCause()) {
            found = cause instanceof CertificateException;
        }
        return found;
    }
}
