package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.HANDLING;
import static io.github.multicloudcx.statistics.internal.live.LiveDeployment.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.sandbox.ValueShape;
import io.github.multicloudcx.statistics.model.NotificationMode;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticCategory;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.StatisticDefinition;
import io.github.multicloudcx.statistics.model.StatisticSubject;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values and subscriptions over REST against the sandbox, which checks every request against the contract. */
class RestSandboxTest {
    private static final Statistic UNKNOWN = Statistic.named("NoSuchStatistic").agent("agent2");
    private static final Statistic DEFINED = Statistic.defined(StatisticDefinition.builder()
                    .category(StatisticCategory.TOTAL_ADJUSTED_TIME)
                    .subject(StatisticSubject.DN_STATUS)
                    .mainMask("WaitForNextCall")
                    .notificationMode(NotificationMode.PERIODICAL)
                    .notificationFrequency(Duration.ofSeconds(60))
                    .insensitivity(1)
                    .build())
            .agent("agent2")
            .statisticId("ready");

    private final LiveDeployment deployment = LiveDeployment.start();

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void oneValueIsRead() {
        deployment.set(HANDLING, 42);
        PeekedStatisticValue value = deployment.statistics.value(HANDLING).execute();
        assertThat(value.value().asLong()).hasValue(42);
        assertThat(value.name()).isEqualTo("AverageHandlingTime");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> deployment.statistics.value(UNKNOWN).execute());
    }

    @Test
    void severalValuesAreReadInBatchesAndWhatIsMissingIsNamed() {
        deployment.sandbox.statistics().maxStatisticsPerRequest(10);
        List<Statistic> wanted = IntStream.range(0, 25)
                .mapToObj(i -> i == 13
                        ? UNKNOWN
                        : Statistic.named("AverageHandlingTime").agent("agent" + i))
                .toList();
        PeekedStatistics values = deployment.statistics.values(wanted, 10).execute();
        assertThat(values.statistics()).hasSize(24);
        assertThat(values.missing()).containsExactly(UNKNOWN);
        assertThat(values.errors()).hasSize(1);
        assertThat(deployment.sandbox.requests("getStatisticValues")).hasSize(3);
    }

    @Test
    void everyShapeOfValueIsRead() {
        for (ValueShape shape : ValueShape.values()) {
            deployment.sandbox.statistics().valueShape(shape);
            deployment.set(HANDLING, 7);
            assertThat(deployment.statistics.value(HANDLING).execute().value().asLong())
                    .as(shape.name())
                    .hasValue(7);
        }
    }

    @Test
    void aSubscriptionIsMadeReadAndDeleted() {
        StatisticData made = deployment
                .statistics
                .subscriptions()
                .create(List.of(HANDLING, DEFINED, UNKNOWN))
                .execute();
        assertThat(made.missing()).extracting(Statistic::name).containsExactly("NoSuchStatistic");
        String id = String.valueOf(made.subscriptionId());
        StatisticData values = deployment
                .statistics
                .subscriptions()
                .values(id)
                .statisticIds(List.of("ready"))
                .execute();
        assertThat(values.statistics()).hasSize(1);
        deployment.statistics.subscriptions().delete(id).execute();
        deployment.statistics.subscriptions().delete(id).execute();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> deployment.statistics.subscriptions().values(id).execute())
                .withMessageContaining("create it again");
    }

    @Test
    void detailsMayBeLeftOut() {
        StatisticData made = deployment
                .statistics
                .subscriptions()
                .create(List.of(STATE))
                .operationId("chosen")
                .verbose(Verbosity.OFF)
                .execute();
        assertThat(made.subscriptionId()).isEqualTo("chosen");
        assertThat(made.statistics()).isEmpty();
        assertThat(made.complete()).isTrue();
        assertThat(deployment
                        .statistics
                        .subscriptions()
                        .values("chosen")
                        .execute()
                        .statistics())
                .hasSize(1);
    }

    @Test
    void refusalsSayWhy() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> deployment
                        .statistics
                        .subscriptions()
                        .create(List.of(UNKNOWN))
                        .execute());
        deployment.sandbox.statistics().unavailable();
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> deployment.statistics.value(HANDLING).execute())
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(503));
    }
}
