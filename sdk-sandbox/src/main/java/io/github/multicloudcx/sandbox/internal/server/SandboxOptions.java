package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.OAuthClient;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox was asked for.
 *
 * @param port gateway port, 0 for any
 * @param storagePort storage port, 0 for any
 * @param clock its time
 * @param apiKey gateway key, null for none
 * @param clients registered clients, the default one first
 * @param users known users, the default one first
 * @param jobDuration how long an export runs
 * @param recordsPerExport records in an export
 * @param rateLimit limit of the gateway, null for none
 * @param rejectViolations whether a request that breaks the contract is answered 400
 */
public record SandboxOptions(
        int port,
        int storagePort,
        SandboxClock clock,
        @Nullable String apiKey,
        List<OAuthClient> clients,
        List<SandboxUser> users,
        Duration jobDuration,
        int recordsPerExport,
        @Nullable RateLimit rateLimit,
        boolean rejectViolations) {

    /**
     * A limit of the gateway.
     *
     * @param permits requests per period
     * @param period length of a period
     */
    public record RateLimit(int permits, Duration period) {}
}
