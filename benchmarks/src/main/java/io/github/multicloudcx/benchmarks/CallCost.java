package io.github.multicloudcx.benchmarks;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Paging;
import io.github.multicloudcx.core.auth.Credentials;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** A call by the SDK against the same by hand with OkHttp and Jackson, over loopback. Prints the ratios. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CallCost {
    /** What both decode. */
    public record Job(long id, String title, String status, Integer progress) {}

    private LoopbackServer server;
    private OkHttpClient floor;
    private ObjectMapper mapper;
    private CxClient cx;
    private Api api;

    /** For JMH. */
    public CallCost() {}

    /** Opens both sides. */
    @Setup
    public void open() throws IOException {
        server = new LoopbackServer();
        floor = new OkHttpClient();
        mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        cx = CxClient.builder()
                .baseUrl(server.url())
                .apiKey("benchmark-key")
                .credentials(Credentials.bearer("benchmark-token"))
                .build();
        api = cx.request();
    }

    /** Closes both sides. */
    @TearDown
    public void close() {
        cx.close();
        floor.connectionPool().evictAll();
        server.close();
    }

    /** One job by hand. */
    @Benchmark
    public Job oneByHand() throws IOException {
        Request request = new Request.Builder()
                .url(server.url() + "/job/7")
                .header("x-api-key", "benchmark-key")
                .header("Authorization", "Bearer benchmark-token")
                .build();
        try (Response response = floor.newCall(request).execute()) {
            return mapper.readValue(response.body().bytes(), Job.class);
        }
    }

    /** One job by the SDK. */
    @Benchmark
    public Job oneBySdk() {
        return api.get("/job/{id}").path("id", 7).returning(Job.class).execute();
    }

    /** 200,000 jobs, read item by item by hand. */
    @Benchmark
    public long listByHand() throws IOException {
        Request request = new Request.Builder().url(server.url() + "/list").build();
        try (Response response = floor.newCall(request).execute();
                var parser = mapper.createParser(response.body().byteStream())) {
            long count = 0;
            JsonToken token = parser.nextToken();
            while (token != JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            parser.nextToken();
            var items = mapper.readerFor(Job.class).<Job>readValues(parser);
            while (items.hasNextValue()) {
                items.nextValue();
                count++;
            }
            return count;
        }
    }

    /** 200,000 jobs as a stream of the SDK. */
    @Benchmark
    public long listBySdk() {
        try (Stream<Job> jobs = api.get("/list").listing(new Paging("items", "from", "size"), Job.class).stream()) {
            return jobs.mapToLong(Job::id).count();
        }
    }

    /** Runs everything and prints ratios. */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CallCost.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        for (String what : new String[] {"one", "list"}) {
            System.out.printf(
                    "%s: time %.2f of hand-written, memory %.2f of hand-written%n",
                    what,
                    score(results, what + "BySdk", null) / score(results, what + "ByHand", null),
                    score(results, what + "BySdk", "gc.alloc.rate.norm")
                            / score(results, what + "ByHand", "gc.alloc.rate.norm"));
        }
    }

    private static double score(Collection<RunResult> results, String method, String secondary) {
        RunResult result = results.stream()
                .filter(candidate -> candidate.getParams().getBenchmark().endsWith(method))
                .findFirst()
                .orElseThrow();
        return secondary == null
                ? result.getPrimaryResult().getScore()
                : result.getSecondaryResults().get(secondary).getScore();
    }
}
