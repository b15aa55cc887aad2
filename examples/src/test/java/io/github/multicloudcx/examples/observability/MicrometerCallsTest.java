package io.github.multicloudcx.examples.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.event.CallEnd;
import io.github.multicloudcx.core.event.CallStart;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrometerCallsTest {
    private static final String VERSION = "/udm/v10/version";
    private static final String JOB = "/udm/v10/export/jobs/{id}";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerCalls calls = new MicrometerCalls(registry);
    private final Observed observed = new Observed(calls);

    @AfterEach
    void close() {
        observed.close();
    }

    private Timer timer(String path, String status, String outcome) {
        return registry.get("multicloudcx.calls")
                .tags("path", path, "status", status, "outcome", outcome)
                .timer();
    }

    private int active() {
        return registry.find("multicloudcx.calls.active").longTaskTimers().stream()
                .mapToInt(timer -> timer.activeTasks())
                .sum();
    }

    @Test
    void callsAreTimedByMethodPathHostStatusAndOutcome() {
        observed.udm.version().execute();
        observed.udm.version().executeAsync().join();
        Timer timer = timer(VERSION, "200", "success");
        assertThat(timer.count()).isEqualTo(2);
        assertThat(timer.getId().getTag("method")).isEqualTo("GET");
        assertThat(timer.getId().getTag("host"))
                .isEqualTo(observed.sandbox.baseUrl().getHost());
        assertThat(timer("/auth/v3/oauth/token", "200", "success").count()).isEqualTo(1);
        assertThat(registry.find("multicloudcx.call.retries").counters()).isEmpty();
    }

    @Test
    void repetitionsCountByWhatFailedAndTheirWaitBelongsToTheCall() {
        observed.sandbox.faults().on("getVersionV10").retryAfter(503, "7");
        observed.udm.version().execute();
        assertThat(timer(VERSION, "200", "success").totalTime(TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(registry.get("multicloudcx.call.retries")
                        .tags("method", "GET", "path", VERSION, "host", "127.0.0.1", "outcome", "503")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRefusalHasItsStatusAndTheNameOfItsException() {
        assertThatThrownBy(() -> observed.udm.jobs().get(Observed.ID).execute()).isInstanceOf(NotFoundException.class);
        assertThat(timer(JOB, "404", "NotFoundException").count()).isEqualTo(1);
    }

    @Test
    void aCallThatReachesNobodyHasNoStatus() throws IOException {
        try (CxClient lost = Observed.lost(calls)) {
            assertThatThrownBy(() -> lost.request().get("/x").returningJson().execute())
                    .isInstanceOf(ConnectionException.class);
        }
        assertThat(timer("/x", "none", "ConnectionException").count()).isEqualTo(1);
        assertThat(registry.get("multicloudcx.call.retries")
                        .tags("path", "/x", "outcome", "connection refused")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(active()).isZero();
    }

    @Test
    void callsUnderWayAreCountedUntilTheyEnd() {
        List<Integer> seen = new ArrayList<>();
        observed.sandbox.onRequest(request -> seen.add(active()));
        observed.udm.version().execute();
        assertThat(seen).as("the token request is within the call").containsExactly(2, 1);
        assertThat(active()).isZero();
    }

    @Test
    void hostsWithAnUnderscoreAreNamedToo() {
        CallStart start =
                new CallStart("GET", "/x", URI.create("http://rws_1:8080"), "0af7651916cd43dd", Instant.EPOCH);
        calls.started(start).ended(new CallEnd(200, null, List.of(), Duration.ZERO));
        assertThat(timer("/x", "200", "success").getId().getTag("host")).isEqualTo("rws_1:8080");
    }

    @Test
    void noTagHoldsASecretOrAnId() {
        observed.sandbox.faults().on("getExportJobV10").status(503);
        assertThatThrownBy(() -> observed.udm.jobs().get(Observed.ID).execute()).isInstanceOf(NotFoundException.class);
        assertThat(registry.getMetersAsString()).contains(JOB).doesNotContain(observed.secrets());
    }
}
