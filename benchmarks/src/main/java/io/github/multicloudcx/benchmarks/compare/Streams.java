package io.github.multicloudcx.benchmarks.compare;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MappingIterator;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.model.JobInfo;
import java.io.IOException;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** A million jobs, one after the other. */
final class Streams {
    private Streams() {}

    static void byHand(String url) throws IOException {
        OkHttpClient client = new OkHttpClient();
        try (Response response = client.newCall(
                                Floor.request(HttpUrl.get(url + Canned.JOBS)).build())
                        .execute();
                JsonParser parser = Floor.MAPPER.createParser(response.body().byteStream())) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                // up to the list
            }
            parser.nextToken();
            MappingIterator<JobInfo> items =
                    Floor.MAPPER.readerFor(JobInfo.class).readValues(parser);
            long count = 0;
            long sum = 0;
            while (items.hasNextValue()) {
                sum += items.nextValue().id();
                count++;
            }
            check(count, sum);
        }
    }

    static void byUs(String url) {
        try (CxClient cx = Ours.client(url);
                Stream<JobInfo> jobs = UdmClient.create(cx).jobs().list().stream()) {
            long[] seen = new long[2];
            jobs.forEach(job -> {
                seen[0]++;
                seen[1] += job.id();
            });
            check(seen[0], seen[1]);
        }
    }

    private static void check(long count, long sum) {
        if (count != Canned.STREAM || sum == 0) {
            throw new IllegalStateException(count + " jobs");
        }
    }
}
