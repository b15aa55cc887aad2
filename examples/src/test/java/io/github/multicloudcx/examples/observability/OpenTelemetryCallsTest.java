package io.github.multicloudcx.examples.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.event.CallEnd;
import io.github.multicloudcx.core.event.CallStart;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTelemetryCallsTest {
    private static final String VERSION = "GET /udm/v10/version";
    private static final String JOB = "GET /udm/v10/export/jobs/{id}";
    private static final String TOKEN = "POST /auth/v3/oauth/token";

    @TempDir
    private Path directory;

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();
    private final Tracer tracer = telemetry.getTracer("test");
    private final OpenTelemetryCalls calls = new OpenTelemetryCalls(telemetry);
    private final OkHttpClient http =
            new OkHttpClient.Builder().addInterceptor(calls.propagation()).build();
    private final Observed observed = new Observed(calls, builder -> builder.okHttpClient(http));

    @AfterEach
    void close() {
        observed.close();
        telemetry.close();
    }

    private SpanData span(String name) {
        List<SpanData> found = exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private static Object attribute(SpanData span, String name) {
        return span.getAttributes().asMap().entrySet().stream()
                .filter(entry -> entry.getKey().getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aCallIsAClientSpanWithTheAttributesOfTheConventions() {
        String traceId = observed.udm.version().executeForResponse().traceId();
        URI server = observed.sandbox.baseUrl();
        SpanData span = span(VERSION);
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getStatus()).isEqualTo(StatusData.unset());
        assertThat(span.getAttributes().asMap())
                .isEqualTo(Attributes.builder()
                        .put("http.request.method", "GET")
                        .put("url.template", "/udm/v10/version")
                        .put("server.address", server.getHost())
                        .put("server.port", server.getPort())
                        .put("http.response.status_code", 200)
                        .put("multicloudcx.trace_id", traceId)
                        .build()
                        .asMap());
        assertThat(span.getEvents()).isEmpty();
        assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(attribute(span(TOKEN), "http.response.status_code")).isEqualTo(200L);
    }

    @Test
    void aRepetitionIsAnEventWithItsWait() {
        observed.sandbox.faults().on("getVersionV10").retryAfter(503, "7");
        observed.udm.version().execute();
        SpanData span = span(VERSION);
        assertThat(attribute(span, "http.request.resend_count")).isEqualTo(1L);
        assertThat(attribute(span, "error.type")).isNull();
        assertThat(span.getEvents()).hasSize(1);
        assertThat(span.getEvents().get(0).getName()).isEqualTo("multicloudcx.retry");
        assertThat(span.getEvents().get(0).getAttributes())
                .isEqualTo(Attributes.builder()
                        .put("multicloudcx.retry.attempt", 1)
                        .put("multicloudcx.retry.outcome", "503")
                        .put("multicloudcx.retry.wait", 7.0)
                        .build());
    }

    @Test
    void aRefusalIsAnErrorWithStatusAndException() {
        assertThatThrownBy(() -> observed.udm.jobs().get(Observed.ID).execute()).isInstanceOf(NotFoundException.class);
        SpanData span = span(JOB);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(span, "http.response.status_code")).isEqualTo(404L);
        assertThat(attribute(span, "error.type")).isEqualTo(NotFoundException.class.getName());
        assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("exception");
        assertThat(span.getEvents().get(0).getAttributes().get(AttributeKey.stringKey("exception.message")))
                .startsWith("404 Not Found for " + JOB);
    }

    @Test
    void aCallThatReachesNobodyIsAnErrorWithoutStatus() throws IOException {
        try (CxClient lost = Observed.lost(calls)) {
            assertThatThrownBy(() -> lost.request().get("/x").returningJson().execute())
                    .isInstanceOf(ConnectionException.class);
        }
        SpanData span = span("GET /x");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(span, "http.response.status_code")).isNull();
        assertThat(attribute(span, "http.request.resend_count")).isEqualTo(2L);
        assertThat(attribute(span, "error.type")).isEqualTo(ConnectionException.class.getName());
        assertThat(span.getEvents())
                .extracting(EventData::getName)
                .containsExactly("multicloudcx.retry", "multicloudcx.retry", "exception");
    }

    /** Does work while a span is the current one. */
    private Span order(Runnable work) {
        Span order = tracer.spanBuilder("order").startSpan();
        Context.current().with(order).wrap(work).run();
        order.end();
        return order;
    }

    private void assertChild(SpanData span, Span parent) {
        assertThat(span.getParentSpanId()).isEqualTo(parent.getSpanContext().getSpanId());
        assertThat(span.getTraceId()).isEqualTo(parent.getSpanContext().getTraceId());
    }

    @Test
    void theParentIsTheSpanOfTheThreadThatAsks() {
        Span order = order(() -> observed.udm.version().execute());
        assertChild(span(VERSION), order);
    }

    @Test
    void theParentOfAnAsynchronousCallIsTheSame() {
        Span order = order(() -> observed.udm.version().executeAsync().join());
        assertChild(span(VERSION), order);
    }

    /** They serve all calls that wait for a token, so a thread of the client asks for them. */
    @Test
    void tokenRequestsAreTracesOfTheirOwn() {
        Span order = order(() -> observed.udm.version().execute());
        assertThat(span(TOKEN).getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(span(TOKEN).getTraceId()).isNotEqualTo(order.getSpanContext().getTraceId());
    }

    @Test
    void workOfSeveralCallsTakesTheContextAlong() {
        Span order = order(() -> observed.cx
                .executeAsync(Context.current()
                        .wrapSupplier(() -> observed.udm.version().execute()))
                .join());
        assertChild(span(VERSION), order);
    }

    @Test
    void serversAreToldTheSpanInEveryAttempt() {
        observed.sandbox.faults().on("getVersionV10").status(503);
        observed.udm.version().executeAsync().join();
        assertThat(observed.sandbox.requests("getVersionV10"))
                .hasSize(2)
                .allMatch(request -> traceParent(span(VERSION)).equals(request.header("traceparent")));
        assertThat(observed.sandbox.requests().get(0).header("traceparent")).isEqualTo(traceParent(span(TOKEN)));
        observed.sandbox.assertNoViolations();
    }

    private static String traceParent(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getSpanContext().getTraceFlags().asHex();
    }

    /** The sandbox reports a trace header at its storage as a violation. */
    @Test
    void storagesOfDownloadsAreToldNothing() {
        observed.sandbox.udm().addFile("part.smime", "x".repeat(5000).getBytes(StandardCharsets.UTF_8));
        observed.udm
                .files()
                .download("part.smime")
                .to(directory.resolve("part.smime"))
                .execute();
        assertThat(exporter.getFinishedSpanItems()).hasSize(2);
        observed.sandbox.assertNoViolations();
    }

    @Test
    void hostsWithAnUnderscoreAreNamedToo() {
        CallStart start =
                new CallStart("GET", "/x", URI.create("http://rws_1:8080"), "0af7651916cd43dd", Instant.EPOCH);
        calls.started(start).ended(new CallEnd(200, null, List.of(), Duration.ZERO));
        assertThat(attribute(span("GET /x"), "server.address")).isEqualTo("rws_1:8080");
        assertThat(attribute(span("GET /x"), "server.port")).isNull();
    }

    @Test
    void noSpanHoldsASecretOrAnId() {
        observed.sandbox.faults().on("getExportJobV10").expiredToken();
        observed.sandbox.faults().on("getExportJobV10").times(3).status(503);
        assertThatThrownBy(() -> observed.udm.jobs().get(Observed.ID).execute()).isInstanceOf(ServerException.class);
        assertThat(exporter.getFinishedSpanItems().toString())
                .contains("exception.stacktrace", "multicloudcx.retry.outcome=\"401\"", "multicloudcx.retry.wait=0.0")
                .doesNotContain(observed.secrets());
    }

    /** docs/observability.md says so. */
    @Test
    void whatTheServerSaidStandsInTheExceptionOnly() {
        assertThatThrownBy(() -> observed.udm.jobs().get(Observed.ID).execute()).hasMessageContaining(Observed.ID);
        SpanData span = span(JOB);
        assertThat(span.getEvents().toString()).contains(Observed.ID);
        assertThat(span.getName() + span.getAttributes() + span.getStatus()).doesNotContain(Observed.ID);
    }

    @Test
    void aRefusedClientSecretIsInNoSpan() {
        CxClient wrong = CxClient.builder()
                .baseUrl(observed.sandbox.baseUrl().toString())
                .apiKey(observed.sandbox.apiKey())
                .credentials(OAuth.clientCredentials(observed.sandbox.clientId(), "not-the-secret"))
                .listener(calls)
                .build();
        try (wrong) {
            assertThatThrownBy(() -> wrong.request().get("/x").returningJson().execute())
                    .hasMessageContaining("secret");
        }
        assertThat(exporter.getFinishedSpanItems()).hasSize(2);
        assertThat(exporter.getFinishedSpanItems().toString())
                .doesNotContain("not-the-secret", observed.sandbox.apiKey());
    }
}
