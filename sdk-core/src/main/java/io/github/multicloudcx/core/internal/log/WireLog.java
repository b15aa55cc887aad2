package io.github.multicloudcx.core.internal.log;

import io.github.multicloudcx.core.Attempt;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DEBUG: one line an attempt. TRACE: headers and the beginning of bodies. Neither holds a secret. */
public final class WireLog {
    /** Name of the logger; part of the documented surface. */
    public static final String NAME = "io.github.multicloudcx.http";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final int MOST_BYTES = 8 * 1024;

    private final Redactor redactor;

    public WireLog(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Whether bodies are worth keeping for the log. */
    public boolean traces() {
        return LOG.isTraceEnabled();
    }

    /** One line about an attempt. */
    public void attempt(String method, String template, String outcome, long millis, int number, String trace) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} {} -> {} in {} ms, attempt {}, trace {}", method, template, outcome, millis, number, trace);
        }
    }

    /** A listener that throws does no harm to the call, but must not stay silent. */
    public static void listenerFailed(Throwable failure) {
        LOG.warn("A call listener failed; the call goes on", failure);
    }

    /** One line about a piece of a transfer; of a link only the origin is told, the rest is a secret. */
    public void transfer(String request, String origin, Attempt piece) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} by {} -> {} in {} ms, piece {}",
                    request,
                    origin,
                    piece.outcome(),
                    piece.took().toMillis(),
                    piece.number());
        }
    }

    /** What goes out; names of credentials headers are given, their values are not. */
    public void request(
            String trace, Request request, String template, Set<String> secretNames, byte @Nullable [] body) {
        if (LOG.isTraceEnabled()) {
            LOG.trace(
                    "-> trace {} {} {}:{} {} {} {}",
                    trace,
                    request.method(),
                    request.url().host(),
                    request.url().port(),
                    template,
                    clean(request.headers(), secretNames),
                    body == null ? "(stream)" : clean(body));
        }
    }

    /** What comes in. */
    public void response(String trace, int status, Headers headers, byte @Nullable [] body) {
        if (LOG.isTraceEnabled()) {
            LOG.trace(
                    "<- trace {} {} {} {}",
                    trace,
                    status,
                    clean(headers, Set.of()),
                    body == null ? "(stream)" : clean(body));
        }
    }

    private Map<String, String> clean(Headers headers, Set<String> secretNames) {
        Map<String, String> clean = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(header -> clean.put(
                header.getFirst(),
                secretNames.contains(header.getFirst())
                        ? Redactor.MASK
                        : redactor.header(header.getFirst(), header.getSecond())));
        return clean;
    }

    /** Redacts before it cuts, so that a secret at the cut is not left in half. */
    private String clean(byte[] body) {
        String text = redactor.text(new String(body, 0, Math.min(body.length, 8 * MOST_BYTES), StandardCharsets.UTF_8));
        return text.length() <= MOST_BYTES
                ? text
                : text.substring(0, MOST_BYTES) + "... (" + body.length + " bytes in all)";
    }
}
