package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.sandbox.RulesControl;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.testsupport.CoverageNote;
import java.time.Duration;
import java.time.Instant;

/** A sandbox and a client of it that share a clock, which waiting moves. What was exercised counts for the coverage. */
public final class Deployed implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    public final SandboxClock clock = SandboxClock.manual(START);
    public final Sandbox sandbox = Sandbox.builder().clock(clock).start();
    public final RulesControl control = sandbox.rules();
    public final CxClient cx;
    public final GrsClient grs;
    public final RulePackage rules;

    public Deployed() {
        this(true);
    }

    /** With or without application path. */
    public Deployed(boolean applicationPath) {
        cx = client(applicationPath, GrsLogin.of(control.username(), control.password()));
        grs = GrsClient.create(cx);
        rules = grs.tenant(control.tenantId()).rulePackage(control.packageId());
    }

    public CxClient client(boolean applicationPath, Credentials credentials) {
        return builder(applicationPath).credentials(credentials).build();
    }

    public CxClientBuilder builder(boolean applicationPath) {
        return CxClient.builder()
                .baseUrl(ApiFamily.GRS, (applicationPath ? control.baseUrl() : sandbox.baseUrl()).toString())
                .timeSource(new SandboxTime())
                .failOnUnknownFields(true);
    }

    private final class SandboxTime implements TimeSource {
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
            if (!duration.isNegative()) {
                clock.advance(duration);
            }
        }
    }

    @Override
    public void close() {
        cx.close();
        sandbox.close();
        CoverageNote.write(sandbox.exercisedOperations());
        sandbox.assertNoViolations();
    }
}
