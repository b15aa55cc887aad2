package io.github.multicloudcx.examples.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.model.VersionInfo;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** The snippets of docs/observability.md. */
class ObservabilitySnippetsTest {
    private final List<String> lines = new ArrayList<>();

    private void log(String line) {
        lines.add(line);
    }

    @Test
    void aListenerOfYourOwn() {
        CallListener slowCalls = call -> end -> {
            if (end.elapsed().compareTo(Duration.ofSeconds(5)) > 0) {
                log(call.method() + " " + call.pathTemplate() + " took "
                        + end.elapsed().toSeconds() + " s in " + end.attempts().size() + " attempts: " + end.outcome()
                        + ", trace " + call.traceId());
            }
        };
        try (Observed observed = new Observed(slowCalls)) {
            observed.udm.version().execute();
            assertThat(lines).isEmpty();
            observed.sandbox.faults().on("getVersionV10").retryAfter(503, "7");
            String traceId = observed.udm.version().executeForResponse().traceId();
            assertThat(lines).containsExactly("GET /udm/v10/version took 7 s in 2 attempts: success, trace " + traceId);
        }
    }

    @Test
    void metrics() {
        MeterRegistry registry = new SimpleMeterRegistry();
        try (Sandbox sandbox = Sandbox.start();
                CxClient cx = measured(CxClientBuilder.fromEnvironment(sandbox.environment()), registry)) {
            UdmClient.create(cx).version().execute();
        }
        assertThat(registry.get("multicloudcx.calls").timers()).hasSize(2);
    }

    private static CxClient measured(CxClientBuilder builder, MeterRegistry registry) {
        CxClient cx = builder.listener(new MicrometerCalls(registry)).build();
        return cx;
    }

    @Test
    void traces() {
        try (Sandbox sandbox = Sandbox.start();
                CxClient cx = traced(CxClientBuilder.fromEnvironment(sandbox.environment()), OpenTelemetry.noop())) {
            assertThat(versionLater(cx).version()).isNotBlank();
            sandbox.assertNoViolations();
        }
    }

    private static CxClient traced(CxClientBuilder builder, OpenTelemetry telemetry) {
        OpenTelemetryCalls calls = new OpenTelemetryCalls(telemetry);
        OkHttpClient http =
                new OkHttpClient.Builder().addInterceptor(calls.propagation()).build();
        CxClient cx = builder.listener(calls).okHttpClient(http).build();
        return cx;
    }

    private static VersionInfo versionLater(CxClient cx) {
        UdmClient udm = UdmClient.create(cx);
        CompletableFuture<VersionInfo> later = cx.executeAsync(
                Context.current().wrapSupplier(() -> udm.version().execute()));
        return later.join();
    }
}
