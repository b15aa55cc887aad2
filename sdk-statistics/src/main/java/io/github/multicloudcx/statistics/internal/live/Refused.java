package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.live.CometdException;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.cometd.common.TransportException;

/** Finds out why a Bayeux message failed. */
final class Refused {
    private Refused() {}

    /** What the server said in its reply, or what the transport met. */
    static Throwable reason(Message reply) {
        Object failure = reply.get("failure");
        if (failure instanceof Map<?, ?> fields && fields.get("exception") instanceof Throwable thrown) {
            return cause(thrown);
        }
        Object error = reply.get(Message.ERROR_FIELD);
        return new CometdException(
                "CometD refused " + reply.getChannel() + ": " + (error == null ? "no reason given" : printable(error)),
                null,
                new ErrorContext(Fate.REJECTED));
    }

    /** What the transport met. */
    static Throwable cause(Throwable failure) {
        Throwable cause =
                failure instanceof TransportException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CxException) {
            return cause;
        }
        String what = cause instanceof TransportException
                ? "ended"
                : "failed with " + cause.getClass().getName();
        return new CometdException("The CometD connection " + what, cause, new ErrorContext(Fate.UNKNOWN));
    }

    /** One line of visible characters, of a length that fits into a message, without anything that may be a token. */
    private static String printable(Object error) {
        String text = error.toString()
                .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                .replaceAll("[A-Za-z0-9._~+/=-]{20,}", "****")
                .strip();
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
