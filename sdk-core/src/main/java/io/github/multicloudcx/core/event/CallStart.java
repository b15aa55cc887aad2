package io.github.multicloudcx.core.event;

import java.net.URI;
import java.time.Instant;

/**
 * A call that begins. Nothing in it is secret or personal, and its texts are few, so that they may be names of metrics.
 *
 * @param method HTTP method
 * @param pathTemplate path with its placeholders unfilled, such as {@code /udm/v10/export/jobs/{id}}
 * @param origin scheme, host and port of the server
 * @param traceId value of the X-B3-TraceId header, the same in all attempts, log lines and exceptions
 * @param at when it began
 */
public record CallStart(String method, String pathTemplate, URI origin, String traceId, Instant at) {}
