package io.github.multicloudcx.benchmarks.compare;

import com.fasterxml.jackson.core.type.TypeReference;
import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiRequest;
import com.mypurecloud.sdk.v2.ApiRequestBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The same work with the SDK for Genesys Cloud. It has neither operation, so requests are built and invoked as its generated
 * classes do it; HTTP client (Apache HttpClient 4.5) and mapper are its defaults.
 */
final class GenesysCloud {
    private static final String JSON = "application/json";

    private GenesysCloud() {}

    /** W1. */
    static Contender statistics(String base) {
        return new Calls<>(
                client(base),
                () -> request("POST", Canned.STATISTICS).withBody(Wire.asked()).build(),
                new TypeReference<Wire.Answer>() {},
                answer -> answer.data().statistics());
    }

    /** W2. */
    static Contender page(String base) {
        return new Calls<>(
                client(base),
                () -> request("GET", Canned.JOBS)
                        .withQueryParameters("size", "", Canned.PAGE)
                        .build(),
                new TypeReference<Floor.Jobs>() {},
                Floor.Jobs::items);
    }

    private static ApiClient client(String base) {
        return ApiClient.Builder.standard()
                .withBasePath(base)
                .withAccessToken(Canned.TOKEN)
                .withDefaultHeader("x-api-key", Canned.API_KEY)
                .build();
    }

    private static ApiRequestBuilder<Void> request(String method, String path) {
        return ApiRequestBuilder.create(method, path)
                .withContentTypes(JSON)
                .withAccepts(JSON)
                .withAuthNames("PureCloud OAuth");
    }

    private record Calls<T>(
            ApiClient client, Supplier<ApiRequest<?>> request, TypeReference<T> type, Function<T, List<?>> list)
            implements Contender {
        @Override
        public String name() {
            return "Genesys Cloud SDK 198";
        }

        @Override
        public Object call() throws Exception {
            return list.apply(client.invoke(request.get(), type).getBody());
        }

        @Override
        public void close() {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
