package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.server.SandboxOptions;
import io.github.multicloudcx.sandbox.internal.server.SandboxOptions.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes a sandbox before it starts. Not thread-safe. */
public final class SandboxBuilder {
    private int port;
    private int storagePort;
    private SandboxClock clock = SandboxClock.system();
    private @Nullable String apiKey = "sandbox-api-key";
    private final List<OAuthClient> clients = new ArrayList<>();
    private final List<SandboxUser> users = new ArrayList<>();
    private Duration jobDuration = Duration.ofSeconds(4);
    private int recordsPerExport = 200;
    private @Nullable RateLimit rateLimit;
    private boolean rejectViolations = true;

    SandboxBuilder() {}

    /**
     * Port of the gateway.
     *
     * @param number port, 0 for any free one
     * @return this
     */
    public SandboxBuilder port(int number) {
        port = number;
        return this;
    }

    /**
     * Port of the storage origin.
     *
     * @param number port, 0 for any free one
     * @return this
     */
    public SandboxBuilder storagePort(int number) {
        storagePort = number;
        return this;
    }

    /**
     * The time of the sandbox.
     *
     * @param time a clock, the one of the machine unless changed
     * @return this
     */
    public SandboxBuilder clock(SandboxClock time) {
        clock = time;
        return this;
    }

    /**
     * The key of the gateway.
     *
     * @param key the key; null for a deployment without one, as in Private Edition
     * @return this
     */
    public SandboxBuilder apiKey(@Nullable String key) {
        apiKey = key;
        return this;
    }

    /**
     * Registers a client. The first one replaces the default client.
     *
     * @param client a client
     * @return this
     */
    public SandboxBuilder client(OAuthClient client) {
        clients.add(client);
        return this;
    }

    /**
     * Adds a user. The first one replaces the default user.
     *
     * @param user a user
     * @return this
     */
    public SandboxBuilder user(SandboxUser user) {
        users.add(user);
        return this;
    }

    /**
     * How long an export runs.
     *
     * @param duration time of the sandbox clock, 4 seconds unless changed
     * @return this
     */
    public SandboxBuilder jobDuration(Duration duration) {
        jobDuration = duration;
        return this;
    }

    /**
     * How many records an export holds.
     *
     * @param number records, 200 unless changed
     * @return this
     */
    public SandboxBuilder recordsPerExport(int number) {
        recordsPerExport = number;
        return this;
    }

    /**
     * Limits the gateway; beyond the limit it answers 429 with Retry-After.
     *
     * @param permits requests per period
     * @param period length of a period on the sandbox clock
     * @return this
     */
    public SandboxBuilder rateLimit(int permits, Duration period) {
        rateLimit = new RateLimit(permits, period);
        return this;
    }

    /**
     * Whether a request that breaks the contract is answered 400 with a report; it is recorded in any case.
     *
     * @param on true unless changed
     * @return this
     */
    public SandboxBuilder rejectViolations(boolean on) {
        rejectViolations = on;
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @return a running sandbox
     * @throws IllegalStateException if a port is taken
     */
    public Sandbox start() {
        List<OAuthClient> someClients =
                clients.isEmpty() ? List.of(OAuthClient.of("sandbox-client", "sandbox-client-secret")) : clients;
        List<SandboxUser> someUsers =
                users.isEmpty() ? List.of(SandboxUser.exporter("sandbox\\demo", "sandbox-password")) : users;
        return new Sandbox(new SandboxOptions(
                port,
                storagePort,
                clock,
                apiKey,
                List.copyOf(someClients),
                List.copyOf(someUsers),
                jobDuration,
                recordsPerExport,
                rateLimit,
                rejectViolations));
    }
}
