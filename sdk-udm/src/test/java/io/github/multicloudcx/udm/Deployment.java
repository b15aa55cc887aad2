package io.github.multicloudcx.udm;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxBuilder;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sandbox and clients of it on one clock, which sleeping moves. Closing it fails the test when a request broke the
 * contract, and notes the operations that were exercised.
 */
final class Deployment implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    final Sandbox sandbox;
    final Clients clients;
    final UdmClient udm;
    private final CxClient cx;

    private Deployment(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.cx = connect(builder -> builder);
        this.clients = Clients.of(cx);
        this.udm = clients.udm();
    }

    /** Another connection, to be closed. */
    CxClient connect(UnaryOperator<CxClientBuilder> settings) {
        return settings.apply(CxClient.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .credentials(OAuth.clientCredentials(sandbox.clientId(), sandbox.clientSecret()))
                        .failOnUnknownFields(true)
                        .timeSource(time()))
                .build();
    }

    /** The clock of the sandbox, which sleeping moves. */
    TimeSource time() {
        return new SandboxTime(sandbox.clock());
    }

    static Deployment start() {
        return start(builder -> builder);
    }

    static Deployment start(UnaryOperator<SandboxBuilder> settings) {
        return new Deployment(settings.apply(Sandbox.builder().clock(SandboxClock.manual(START)))
                .start());
    }

    /** With a certificate, so that jobs can be created. */
    static Deployment ready() {
        return ready(builder -> builder);
    }

    static Deployment ready(UnaryOperator<SandboxBuilder> settings) {
        Deployment deployment = start(settings);
        deployment.sandbox.udm().useCertificate(deployment.sandbox.demoCertificate());
        return deployment;
    }

    static Job.Builder contacts(String title) {
        return Job.builder()
                .title(title)
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.between(START.minus(Duration.ofDays(7)), START))
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Contact", List.of("chat", "email")));
    }

    long create(String title) {
        return create(contacts(title).build());
    }

    long create(Job job) {
        return udm.jobs().create(job).execute().id();
    }

    /** Creates a job and waits until it is done. */
    JobInfo export(String title) {
        return udm.jobs().await(create(title)).execute();
    }

    void later(Duration step) {
        sandbox.clock().advance(step);
    }

    @Override
    public void close() {
        try {
            cx.close();
            sandbox.assertNoViolations();
            note();
        } finally {
            sandbox.close();
        }
    }

    private void note() {
        String file = System.getProperty("contract.coverage.file");
        if (file != null) {
            try {
                Files.write(Path.of(file), sandbox.exercisedOperations(), CREATE, APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record SandboxTime(SandboxClock clock) implements TimeSource {
        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public long nanoTime() {
            return Duration.between(START, clock.now()).toNanos();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            clock.advance(duration);
        }
    }
}
