package io.github.multicloudcx.examples.observability;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.event.CallEnd;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.core.event.CallObserver;
import io.github.multicloudcx.core.event.CallStart;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each call, with the semantic conventions for HTTP clients. Its parent is the span that is current where
 * the call is asked for, also when the call is executed asynchronously. It may be given to several clients.
 */
public final class OpenTelemetryCalls implements CallListener {
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
    private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
    private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<Long> RESENT = AttributeKey.longKey("http.request.resend_count");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> TRACE_ID = AttributeKey.stringKey("multicloudcx.trace_id");
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("multicloudcx.retry.attempt");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("multicloudcx.retry.outcome");
    private static final AttributeKey<Double> WAIT = AttributeKey.doubleKey("multicloudcx.retry.wait");

    private final Tracer tracer;
    private final Map<String, Context> running = new ConcurrentHashMap<>();

    /**
     * Makes spans.
     *
     * @param telemetry where they go
     */
    public OpenTelemetryCalls(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.github.multicloudcx");
    }

    /**
     * Tells the servers which span a request belongs to, with the header {@code traceparent}.
     *
     * @return to be added to the OkHttpClient that is given to the builder of the client
     */
    public Interceptor propagation() {
        return chain -> {
            String traceId = chain.request().header("X-B3-TraceId");
            Context span = traceId == null ? null : running.get(traceId);
            Request.Builder request = chain.request().newBuilder();
            if (span != null) {
                W3CTraceContextPropagator.getInstance().inject(span, request, OpenTelemetryCalls::setHeader);
            }
            return chain.proceed(request.build());
        };
    }

    private static void setHeader(Request.@Nullable Builder request, String name, String value) {
        if (request != null) {
            request.header(name, value);
        }
    }

    @Override
    public CallObserver started(CallStart call) {
        Context parent = Context.current();
        Span span = builder(call).setParent(parent).startSpan();
        running.put(call.traceId(), parent.with(span));
        return new CallObserver() {
            @Override
            public void retrying(Attempt failed, Duration wait) {
                double seconds = wait.toNanos() / 1e9;
                long number = failed.number();
                span.addEvent(
                        "multicloudcx.retry", Attributes.of(ATTEMPT, number, OUTCOME, failed.outcome(), WAIT, seconds));
            }

            @Override
            public void ended(CallEnd end) {
                running.remove(call.traceId());
                describe(span, end);
                span.end();
            }
        };
    }

    private SpanBuilder builder(CallStart call) {
        SpanBuilder builder = tracer.spanBuilder(call.method() + " " + call.pathTemplate())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(METHOD, call.method())
                .setAttribute(TEMPLATE, call.pathTemplate())
                .setAttribute(TRACE_ID, call.traceId());
        URI origin = call.origin();
        if (origin.getHost() == null) { // Java sees no host in a name with an underscore
            return builder.setAttribute(ADDRESS, origin.getAuthority());
        }
        return builder.setAttribute(ADDRESS, origin.getHost()).setAttribute(PORT, (long) origin.getPort());
    }

    private static void describe(Span span, CallEnd end) {
        Integer status = end.status();
        if (status != null) {
            span.setAttribute(STATUS, status.longValue());
        }
        if (end.attempts().size() > 1) {
            span.setAttribute(RESENT, end.attempts().size() - 1L);
        }
        Throwable failure = end.failure();
        if (failure != null) {
            span.setAttribute(ERROR, failure.getClass().getName());
            span.setStatus(StatusCode.ERROR);
            span.recordException(failure);
        }
    }
}
