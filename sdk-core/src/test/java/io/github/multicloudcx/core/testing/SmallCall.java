package io.github.multicloudcx.core.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.auth.Credentials;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One and the same small POST by the SDK and by hand, to see what the SDK adds. */
public interface SmallCall extends AutoCloseable {
    String API_KEY = "key-0123456789";
    String TOKEN = "token-0123456789";

    record Question(String name, int priority) {}

    record Job(long id, String title, Integer progress) {}

    Job call() throws IOException;

    @Override
    void close();

    /** By the SDK. */
    final class BySdk implements SmallCall {
        private final CxClient client;
        private final Api api;

        public BySdk(String url) {
            this(url, builder -> builder);
        }

        public BySdk(String url, UnaryOperator<CxClientBuilder> settings) {
            this.client = settings.apply(
                            CxClient.builder().baseUrl(url).apiKey(API_KEY).credentials(Credentials.bearer(TOKEN)))
                    .build();
            this.api = client.api(ApiFamily.STATISTICS);
        }

        @Override
        public Job call() {
            return api.post("/jobs/{id}")
                    .path("id", 7)
                    .json(new Question("nightly", 3))
                    .returning(Job.class)
                    .execute();
        }

        @Override
        public void close() {
            client.close();
        }

        public static void main(String[] arguments) throws IOException {
            tellClasses(new BySdk(arguments[0]));
        }
    }

    /** By OkHttp and Jackson, with all that can be used again. */
    final class ByHand implements SmallCall {
        private static final MediaType JSON = MediaType.get("application/json");

        private final OkHttpClient client = new OkHttpClient();
        private final HttpUrl base;
        private final ObjectWriter writer;
        private final ObjectReader reader;

        private record Status(int code) {}

        private record Answer(Status status, Job data) {}

        public ByHand(String url) {
            this.base = HttpUrl.get(url + "/statistics/v3/jobs");
            ObjectMapper mapper = JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            this.writer = mapper.writerFor(Question.class);
            this.reader = mapper.readerFor(Answer.class);
        }

        @Override
        public Job call() throws IOException {
            Request request = new Request.Builder()
                    .url(base.newBuilder().addPathSegment("7").build())
                    .header("Accept", "application/json")
                    .header("x-api-key", API_KEY)
                    .header("Authorization", "Bearer " + TOKEN)
                    .post(RequestBody.create(writer.writeValueAsBytes(new Question("nightly", 3)), JSON))
                    .build();
            try (Response response = client.newCall(request).execute()) {
                Answer answer = reader.readValue(response.body().bytes());
                if (!response.isSuccessful() || answer.status().code() != 0) {
                    throw new IOException("refused");
                }
                return answer.data();
            }
        }

        @Override
        public void close() {
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }

        public static void main(String[] arguments) throws IOException {
            tellClasses(new ByHand(arguments[0]));
        }
    }

    /** What a program tells that makes one call. */
    private static void tellClasses(SmallCall program) throws IOException {
        try (program) {
            String title = program.call().title();
            System.out.print(
                    title + " " + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        }
    }
}
