package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.statistics.model.IntervalType;
import io.github.multicloudcx.statistics.model.NotificationMode;
import io.github.multicloudcx.statistics.model.ObjectType;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticCategory;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.StatisticDefinition;
import io.github.multicloudcx.statistics.model.StatisticSubject;
import io.github.multicloudcx.statistics.model.StatisticValue;
import io.github.multicloudcx.statistics.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The snippets of docs/statistics.md about REST, which GuideTest runs. */
final class StatisticsSnippets {
    final List<String> shown = new ArrayList<>();
    private final StatisticsClient statistics;

    StatisticsSnippets(StatisticsClient statistics) {
        this.statistics = statistics;
    }

    PeekedStatisticValue value() {
        PeekedStatisticValue value = statistics
                .value(Statistic.named("AverageHandlingTime").agent("agent2"))
                .execute();
        return value;
    }

    void values(List<String> agents) {
        List<Statistic> wanted = agents.stream()
                .map(id -> Statistic.named("TimeInCurrentState").agent(id))
                .toList();
        PeekedStatistics values = statistics.values(wanted).execute();
        for (PeekedStatisticValue value : values.statistics()) {
            show(value.objectId(), value.value().asLong());
        }
    }

    StatisticDefinition definition() {
        StatisticDefinition timeReady = StatisticDefinition.builder()
                .category(StatisticCategory.TOTAL_ADJUSTED_TIME)
                .subject(StatisticSubject.DN_STATUS)
                .mainMask("WaitForNextCall")
                .notificationMode(NotificationMode.PERIODICAL)
                .notificationFrequency(Duration.ofSeconds(60))
                .insensitivity(1)
                .intervalType(IntervalType.GROWING_WINDOW)
                .dynamicTimeProfile("0:00")
                .dynamicFilter("MediaType=voice")
                .build();
        return timeReady;
    }

    StatisticData subscribe(StatisticDefinition timeReady) {
        StatisticData subscription = statistics
                .subscriptions()
                .create(List.of(
                        Statistic.named("CurrentReadyAgents").groupAgents("Support"),
                        Statistic.defined(timeReady).agent("agent2").statisticId("ready-agent2")))
                .execute();
        return subscription;
    }

    StatisticData read(String subscriptionId) {
        try {
            return statistics
                    .subscriptions()
                    .values(subscriptionId)
                    .statisticIds(List.of("ready-agent2"))
                    .execute();
        } catch (NotFoundException gone) {
            return subscribe(definition());
        }
    }

    void delete(StatisticData subscription) {
        statistics.subscriptions().delete(subscription.subscriptionId()).execute();
    }

    String reading(Value value) {
        OptionalLong seconds = value.asLong();
        String text = seconds.isPresent()
                ? seconds.getAsLong() + " s"
                : value.asText().orElse("-");
        return text;
    }

    record AgentState(String state, long since) {}

    AgentState state(Value value) {
        AgentState state = value.as(AgentState.class);
        return state;
    }

    void partial(List<Statistic> wanted) {
        PeekedStatistics values = statistics.values(wanted, 200).execute();
        if (!values.complete()) {
            for (Statistic statistic : values.missing()) {
                show(statistic.objectId(), "no value of " + statistic.name());
            }
            for (ResponseStatus error : values.errors()) {
                show("server", error.message());
            }
        }
    }

    List<String> ids(StatisticData subscription) {
        List<String> ids = new ArrayList<>();
        for (StatisticValue value : subscription.statistics()) {
            ids.add(value.statisticId());
        }
        return ids;
    }

    StatisticDefinition anyKey() {
        StatisticDefinition calls = StatisticDefinition.builder()
                .category("TotalNumber")
                .mainMask("CallInbound", "CallOutbound")
                .objectTypes(ObjectType.AGENT)
                .with("distinguishByConnID", true)
                .build();
        return calls;
    }

    private void show(String place, Object what) {
        shown.add(place + ": " + what);
    }
}
