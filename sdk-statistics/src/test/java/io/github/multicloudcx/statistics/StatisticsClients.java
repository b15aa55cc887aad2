package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.CxClient;

/** Clients that send nothing. */
final class StatisticsClients {
    private StatisticsClients() {}

    /** A client of a closed connection, so that sending anything fails. */
    static StatisticsClient offline() {
        CxClient cx = CxClient.builder().baseUrl("https://gapi.example.com").build();
        cx.close();
        return StatisticsClient.create(cx);
    }
}
