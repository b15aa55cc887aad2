package io.github.multicloudcx.benchmarks.compare;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.multicloudcx.udm.model.JobInfo;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What a decent programmer writes by hand: one OkHttpClient, one reader and writer for each type, all used again. */
final class Floor {
    static final MediaType JSON = MediaType.get("application/json");
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A page of jobs. */
    record Jobs(List<JobInfo> items, Long count) {}

    private Floor() {}

    static Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("x-api-key", Canned.API_KEY)
                .header("Authorization", "Bearer " + Canned.TOKEN)
                .header("Accept", "application/json");
    }

    /** W1. */
    static Contender statistics(String base) {
        return new Statistics(new OkHttpClient(), HttpUrl.get(base + Canned.STATISTICS));
    }

    private record Statistics(OkHttpClient client, HttpUrl url) implements Contender {
        private static final ObjectWriter WRITER = MAPPER.writerFor(Wire.Asked.class);
        private static final ObjectReader READER = MAPPER.readerFor(Wire.Answer.class);

        @Override
        public String name() {
            return "floor";
        }

        @Override
        public Object call() throws IOException {
            RequestBody body = RequestBody.create(WRITER.writeValueAsBytes(Wire.asked()), JSON);
            try (Response response =
                    client.newCall(request(url).post(body).build()).execute()) {
                Wire.Answer answer = READER.readValue(response.body().byteStream());
                if (!response.isSuccessful() || answer.status().code() != 0) {
                    throw new IOException("status " + response.code());
                }
                return answer.data().statistics();
            }
        }
    }

    /** W2. */
    static Contender page(String base) {
        return new Page(new OkHttpClient(), HttpUrl.get(base + Canned.JOBS + "?size=" + Canned.PAGE));
    }

    private record Page(OkHttpClient client, HttpUrl url) implements Contender {
        private static final ObjectReader READER = MAPPER.readerFor(Jobs.class);

        @Override
        public String name() {
            return "floor";
        }

        @Override
        public Object call() throws IOException {
            try (Response response = client.newCall(request(url).build()).execute()) {
                Jobs jobs = READER.readValue(response.body().byteStream());
                if (!response.isSuccessful() || jobs.items().size() != Canned.PAGE) {
                    throw new IOException("status " + response.code());
                }
                return jobs.items();
            }
        }
    }
}
