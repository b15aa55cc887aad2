package io.github.multicloudcx.core;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CxClientBuilderTest {
    private static final String FOREIGN = "http://gapi.example.com";

    private final FakeTime time = new FakeTime();
    private final FakeDeployment deployment = new FakeDeployment();

    @AfterEach
    void close() {
        deployment.close();
    }

    private static void builds(CxClientBuilder builder) {
        assertThatCode(() -> builder.build().close()).doesNotThrowAnyException();
    }

    private static void refuses(CxClientBuilder builder, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.build().close())
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }

    private static JsonNode call(CxClient cx) {
        return cx.request().get("/thing").returning(JsonNode.class).execute();
    }

    @Test
    void aBaseUrlIsRequired() {
        refuses(CxClient.builder(), "baseUrl is required, for example https://");
        refuses(CxClient.builder().apiKey("key"), "baseUrl is required");
    }

    @Test
    void aBaseUrlThatIsNoneIsRefusedWhenItIsSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CxClient.builder().baseUrl("gapi.example.com"))
                .withMessageContaining("baseUrl is not an http or https URL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CxClient.builder().baseUrl(URI.create("ftp://gapi.example.com")))
                .withMessageContaining("baseUrl is not an http or https URL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CxClient.builder().baseUrl((URI) null))
                .withMessageContaining("baseUrl is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CxClient.builder().baseUrl(ApiFamily.GRS, "grs"))
                .withMessageContaining("baseUrl of GRS is not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CxClient.builder().baseUrl(null, "https://grs.example.com"))
                .withMessageContaining("family is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter22\n", "hunter\r22", "hunter22\u0000", "hünter22"})
    void anApiKeyThatCannotBeSentIsRefusedWithoutQuotingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CxClient.builder().apiKey(key))
                .withMessageContaining("apiKey has a ")
                .satisfies(failure -> assertThat(failure.getMessage())
                        .doesNotContain("hunter")
                        .doesNotContain("hünter"));
    }

    @Test
    void secretsOverPlainHttpAreRefusedUnlessTheHostIsNamed() {
        refuses(
                CxClient.builder().baseUrl(FOREIGN).apiKey("key"),
                "plain http",
                "allowCleartext(\"gapi.example.com\")");
        refuses(CxClient.builder().baseUrl(FOREIGN).credentials(OAuth.clientCredentials("a", "b")), "plain http");
        refuses(CxClient.builder().baseUrl(FOREIGN).credentials(Credentials.bearer("token")), "plain http");
        refuses(CxClient.builder().baseUrl(FOREIGN).credentials(Credentials.basic("a", "b")), "plain http");
        builds(CxClient.builder().baseUrl(FOREIGN).apiKey("key").allowCleartext("gapi.example.com"));
        refuses(CxClient.builder().baseUrl(FOREIGN).apiKey("key").allowCleartext("other.example.com"), "plain http");
    }

    @Test
    void everyBaseUrlIsLookedAt() {
        refuses(
                CxClient.builder()
                        .baseUrl("https://gapi.example.com")
                        .baseUrl(ApiFamily.GRS, "http://grs.example.com")
                        .apiKey("key"),
                "http://grs.example.com");
    }

    @Test
    void aHostIsNamedAsItStandsInTheBaseUrl() {
        builds(CxClient.builder()
                .baseUrl("http://Gapi.Example.com:8080")
                .apiKey("key")
                .allowCleartext("Gapi.Example.com"));
        builds(CxClient.builder().baseUrl("http://[FD00::1]").apiKey("key").allowCleartext("[FD00::1]"));
    }

    @Test
    void withoutASecretPlainHttpIsAllowed() {
        builds(CxClient.builder().baseUrl(FOREIGN));
        builds(CxClient.builder().baseUrl(FOREIGN).credentials(Credentials.none()));
    }

    @Test
    void loopbackIsAllowed() {
        builds(CxClient.builder().baseUrl("http://localhost:8080").apiKey("key"));
        builds(CxClient.builder().baseUrl("http://[::1]:8080").apiKey("key"));
    }

    @Test
    void badSettingsAreRefusedByName() {
        CxClientBuilder builder = CxClient.builder();
        assertRefused("timeout", () -> builder.timeout(Duration.ZERO));
        assertRefused("connectTimeout", () -> builder.connectTimeout(Duration.ofSeconds(-1)));
        assertRefused("readTimeout", () -> builder.readTimeout(null));
        assertRefused("maxConcurrentCalls", () -> builder.maxConcurrentCalls(0));
        assertRefused("maxBodyBytes", () -> builder.maxBodyBytes(0));
        assertRefused("host", () -> builder.allowCleartext(" "));
        assertRefused("credentials", () -> builder.credentials(null));
        assertRefused("retryPolicy", () -> builder.retryPolicy(null));
        assertRefused("rateLimit", () -> builder.rateLimit(null));
        assertRefused("okHttpClient", () -> builder.okHttpClient(null));
        assertRefused("timeSource", () -> builder.timeSource(null));
    }

    private static void assertRefused(String name, Runnable setting) {
        assertThatIllegalArgumentException().isThrownBy(setting::run).withMessageStartingWith(name + " ");
    }

    @Test
    void aTimeoutOfForeverIsAllowed() {
        deployment.tokens(FakeDeployment.token("t1"));
        try (CxClient cx = deployment
                .builder(time)
                .credentials(OAuth.clientCredentials("app", "secret"))
                .timeout(Duration.ofSeconds(Long.MAX_VALUE))
                .rateLimit(RateLimit.perSecond(10))
                .build()) {
            assertThat(call(cx)).isNotNull();
        }
    }

    @Test
    void theRetryPolicyIsUsed() {
        deployment.onCall(request -> json(503, "{}"));
        try (CxClient cx = deployment
                .builder(time)
                .retryPolicy(RetryPolicy.standard().maxAttempts(5))
                .build()) {
            assertThatExceptionOfType(ServerException.class).isThrownBy(() -> call(cx));
        }
        assertThat(deployment.calls()).hasSize(5);
        assertThat(time.sleeps()).hasSize(4);
    }

    @Test
    void theRateLimitIsUsed() {
        try (CxClient cx =
                deployment.builder(time).rateLimit(RateLimit.perSecond(1)).build()) {
            call(cx);
            call(cx);
        }
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void theBoundOfBodiesIsUsed() {
        deployment.onCall(request -> json(200, "{\"text\":\"12345678\"}"));
        try (CxClient cx = deployment.builder(time).maxBodyBytes(8).build()) {
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() -> call(cx))
                    .withMessageContaining("larger than 8 bytes");
        }
    }

    private record Known(String known) {}

    @Test
    void unknownFieldsFailOnlyWhenAskedFor() {
        deployment.onCall(request -> json(200, "{\"known\":\"a\",\"unknown\":1}"));
        try (CxClient lenient = deployment.builder(time).build();
                CxClient strict =
                        deployment.builder(time).failOnUnknownFields(true).build()) {
            assertThat(lenient.request().get("/thing").returning(Known.class).execute())
                    .isEqualTo(new Known("a"));
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() -> strict.request()
                            .get("/thing")
                            .returning(Known.class)
                            .execute());
        }
    }

    @Test
    void anOkHttpClientOfOnesOwnIsUsedAndLeftAlone() {
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Own", "yes").build()))
                .build();
        try (CxClient cx = deployment.builder(time).okHttpClient(own).build()) {
            call(cx);
        }
        assertThat(deployment.calls().get(0).getHeaders().get("X-Own")).isEqualTo("yes");
        assertThat(own.followRedirects()).isTrue();
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
        own.dispatcher().executorService().shutdown();
        own.connectionPool().evictAll();
    }

    @Test
    void buildingTwiceMakesTwoClients() {
        CxClientBuilder builder = deployment.builder(time);
        CxClient first = builder.build();
        try (CxClient second = builder.build()) {
            first.close();

            assertThat(call(second)).isNotNull();
        }
    }
}
