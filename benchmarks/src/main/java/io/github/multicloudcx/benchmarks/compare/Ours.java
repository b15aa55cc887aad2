package io.github.multicloudcx.benchmarks.compare;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.model.JobInfo;
import java.util.List;

/** The SDK, used as its documentation shows. */
final class Ours {
    private Ours() {}

    static CxClient client(String base) {
        return CxClient.builder()
                .baseUrl(base)
                .apiKey(Canned.API_KEY)
                .credentials(Credentials.bearer(Canned.TOKEN))
                .build();
    }

    /** W1. */
    static Contender statistics(String base) {
        CxClient cx = client(base);
        return new Statistics(cx, StatisticsClient.create(cx));
    }

    private record Statistics(CxClient cx, StatisticsClient statistics) implements Contender {
        @Override
        public String name() {
            return "ours";
        }

        @Override
        public Object call() {
            return statistics
                    .values(List.of(
                            Statistic.named("CurrentAgentState").agent("agent2"),
                            Statistic.named("TimeInCurrentState").agent("agent2")))
                    .execute()
                    .statistics();
        }

        @Override
        public void close() {
            cx.close();
        }
    }

    /** W2. */
    static Contender page(String base) {
        CxClient cx = client(base);
        return new Page(cx, UdmClient.create(cx));
    }

    private record Page(CxClient cx, UdmClient udm) implements Contender {
        @Override
        public String name() {
            return "ours";
        }

        @Override
        public Object call() {
            List<JobInfo> items =
                    udm.jobs().list().size(Canned.PAGE).page().execute().items();
            if (items.size() != Canned.PAGE) {
                throw new IllegalStateException(items.size() + " jobs");
            }
            return items;
        }

        @Override
        public void close() {
            cx.close();
        }
    }
}
