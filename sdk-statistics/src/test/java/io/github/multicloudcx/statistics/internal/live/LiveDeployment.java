package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.testsupport.CoverageNote;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * A sandbox and a client of it. Closing it fails the test when a request broke the contract or a session was left, and
 * notes the operations that were exercised.
 */
final class LiveDeployment implements AutoCloseable {
    static final Statistic HANDLING = Statistic.named("AverageHandlingTime").agent("agent2");
    static final Statistic STATE = Statistic.named("CurrentAgentState").agent("agent2");

    final Sandbox sandbox;
    final CxClient cx;
    final StatisticsClient statistics;

    private LiveDeployment(Sandbox sandbox, UnaryOperator<CxClientBuilder> settings) {
        this.sandbox = sandbox;
        this.cx = settings.apply(CxClient.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .credentials(OAuth.clientCredentials(sandbox.clientId(), sandbox.clientSecret()))
                        .failOnUnknownFields(true))
                .build();
        this.statistics = StatisticsClient.create(cx);
    }

    static LiveDeployment start() {
        return start(builder -> builder);
    }

    static LiveDeployment start(UnaryOperator<CxClientBuilder> settings) {
        return new LiveDeployment(Sandbox.start(), settings);
    }

    void set(Statistic statistic, Object value) {
        sandbox.statistics()
                .set(String.valueOf(statistic.name()), statistic.objectType().value(), statistic.objectId(), value);
    }

    void awaitPolls(int number) {
        sandbox.statistics().awaitHeldPolls(number, Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        try {
            cx.close();
            sandbox.assertNoViolations();
            CoverageNote.write(sandbox.exercisedOperations());
        } finally {
            sandbox.close();
        }
    }
}
