package io.github.multicloudcx.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.Value;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an application tests its own code without any server: it implements the interfaces that it uses. */
class FakeStatisticsClientTest {
    /** The code of the application. */
    record Waiting(StatisticsClient statistics) {
        String text(String queue) {
            return statistics
                    .value(Statistic.named("CurrentNumberWaitingCalls").queue(queue))
                    .execute()
                    .value()
                    .asText()
                    .orElse("?");
        }
    }

    private record FakeStatistics(Value value) implements StatisticsClient {
        @Override
        public Call<PeekedStatisticValue> value(Statistic statistic) {
            return statistic.objectId().equals("9000@switch")
                    ? Call.of(new PeekedStatisticValue(null, null, null, null, value))
                    : Call.failed(new NotFoundException(
                            "no such queue", new ErrorAnswer(404), new ErrorContext(Fate.REJECTED)));
        }

        @Override
        public Call<PeekedStatistics> values(Collection<Statistic> statistics, int batchSize) {
            return Call.of(new PeekedStatistics(List.of(), List.of(), List.copyOf(statistics)));
        }

        @Override
        public Subscriptions subscriptions() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SubscriptionBuilder subscribe() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void theApplicationShowsAValue() {
        assertThat(new Waiting(new FakeStatistics(new Value(Samples.tree("{\"intValue\":5}")))).text("9000@switch"))
                .isEqualTo("5");
        assertThat(new Waiting(new FakeStatistics(Value.NONE)).text("9000@switch"))
                .isEqualTo("?");
    }

    @Test
    void theApplicationMeetsAnError() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> new Waiting(new FakeStatistics(Value.NONE)).text("none"));
    }
}
