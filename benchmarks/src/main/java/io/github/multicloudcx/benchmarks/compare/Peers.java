package io.github.multicloudcx.benchmarks.compare;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** The same work with libraries that others use, each as its documentation shows. */
final class Peers {
    private static final String BEARER = "Bearer " + Canned.TOKEN;

    private Peers() {}

    /** Retrofit's view of both operations. */
    interface RetrofitApi {
        @POST(Canned.STATISTICS)
        Call<Wire.Answer> statistics(
                @Header("x-api-key") String key, @Header("Authorization") String token, @Body Wire.Asked asked);

        @GET(Canned.JOBS)
        Call<Floor.Jobs> page(
                @Header("x-api-key") String key, @Header("Authorization") String token, @Query("size") int size);
    }

    private static RetrofitApi retrofit(String base) {
        return new Retrofit.Builder()
                .baseUrl(base)
                .client(new OkHttpClient())
                .addConverterFactory(JacksonConverterFactory.create(Floor.MAPPER))
                .build()
                .create(RetrofitApi.class);
    }

    static Contender retrofitStatistics(String base) {
        RetrofitApi api = retrofit(base);
        return contender(
                "Retrofit 3",
                () -> api.statistics(Canned.API_KEY, BEARER, Wire.asked())
                        .execute()
                        .body()
                        .data()
                        .statistics());
    }

    static Contender retrofitPage(String base) {
        RetrofitApi api = retrofit(base);
        return contender(
                "Retrofit 3",
                () -> api.page(Canned.API_KEY, BEARER, Canned.PAGE)
                        .execute()
                        .body()
                        .items());
    }

    /** Feign's view of both operations. */
    interface FeignApi {
        @RequestLine("POST " + Canned.STATISTICS)
        @Headers({"x-api-key: {key}", "Authorization: {token}", "Content-Type: application/json"})
        Wire.Answer statistics(@Param("key") String key, @Param("token") String token, Wire.Asked asked);

        @RequestLine("GET " + Canned.JOBS + "?size={size}")
        @Headers({"x-api-key: {key}", "Authorization: {token}"})
        Floor.Jobs page(@Param("key") String key, @Param("token") String token, @Param("size") int size);
    }

    private static FeignApi feign(String base) {
        return Feign.builder()
                .encoder(new JacksonEncoder(Floor.MAPPER))
                .decoder(new JacksonDecoder(Floor.MAPPER))
                .target(FeignApi.class, base);
    }

    static Contender feignStatistics(String base) {
        FeignApi api = feign(base);
        return contender(
                "OpenFeign 13",
                () -> api.statistics(Canned.API_KEY, BEARER, Wire.asked())
                        .data()
                        .statistics());
    }

    static Contender feignPage(String base) {
        FeignApi api = feign(base);
        return contender(
                "OpenFeign 13",
                () -> api.page(Canned.API_KEY, BEARER, Canned.PAGE).items());
    }

    static Contender jdkStatistics(String base) {
        HttpClient client = HttpClient.newHttpClient();
        ObjectWriter writer = Floor.MAPPER.writerFor(Wire.Asked.class);
        ObjectReader reader = Floor.MAPPER.readerFor(Wire.Answer.class);
        URI url = URI.create(base + Canned.STATISTICS);
        return contender("JDK HttpClient", () -> {
            HttpRequest request = jdk(url).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(writer.writeValueAsBytes(Wire.asked())))
                    .build();
            Wire.Answer answer = read(client, request, reader);
            return answer.data().statistics();
        });
    }

    static Contender jdkPage(String base) {
        HttpClient client = HttpClient.newHttpClient();
        ObjectReader reader = Floor.MAPPER.readerFor(Floor.Jobs.class);
        URI url = URI.create(base + Canned.JOBS + "?size=" + Canned.PAGE);
        return contender("JDK HttpClient", () -> {
            Floor.Jobs jobs = read(client, jdk(url).build(), reader);
            return jobs.items();
        });
    }

    private static HttpRequest.Builder jdk(URI url) {
        return HttpRequest.newBuilder(url)
                .header("x-api-key", Canned.API_KEY)
                .header("Authorization", BEARER)
                .header("Accept", "application/json");
    }

    private static <T> T read(HttpClient client, HttpRequest request, ObjectReader reader)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return reader.readValue(body);
        }
    }

    /** Work that may throw. */
    private interface Work {
        Object call() throws Exception;
    }

    private static Contender contender(String name, Work work) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Object call() throws Exception {
                return work.call();
            }
        };
    }
}
